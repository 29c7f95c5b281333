package dev.casewright.mockserver.space;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Those cases or those reports that are on their way. It knows when there can be nothing to do, so
 * that looking at a space costs nothing then, however much is on its way. Immutable.
 *
 * @param <K> what they are told apart by
 */
final class Journeys<K> {

  private final Map<K, Journey> journeys;
  private final Optional<Instant> earliest;
  private final int mostReads;

  private Journeys(Map<K, Journey> journeys) {
    this.journeys = Collections.unmodifiableMap(journeys);
    this.earliest = journeys.values().stream().map(Journey::since).min(Instant::compareTo);
    this.mostReads = journeys.values().stream().mapToInt(Journey::reads).max().orElse(0);
  }

  static <K> Journeys<K> none() {
    return new Journeys<>(Map.of());
  }

  static <K> Journeys<K> of(Map<K, Journey> journeys) {
    return new Journeys<>(new LinkedHashMap<>(journeys));
  }

  Optional<Journey> find(K key) {
    return Optional.ofNullable(journeys.get(key));
  }

  boolean isEmpty() {
    return journeys.isEmpty();
  }

  /** When the first of them set out on its present step. */
  Optional<Instant> earliest() {
    return earliest;
  }

  int mostReads() {
    return mostReads;
  }

  Journeys<K> with(K key, Journey journey) {
    Map<K, Journey> more = new LinkedHashMap<>(journeys);
    more.put(key, journey);
    return new Journeys<>(more);
  }

  Journeys<K> without(K key) {
    if (!journeys.containsKey(key)) {
      return this;
    }
    Map<K, Journey> fewer = new LinkedHashMap<>(journeys);
    fewer.remove(key);
    return new Journeys<>(fewer);
  }

  Journeys<K> map(UnaryOperator<Journey> change) {
    Map<K, Journey> changed = new LinkedHashMap<>(journeys);
    changed.replaceAll((key, journey) -> change.apply(journey));
    return new Journeys<>(changed);
  }

  /**
   * Takes all steps that are reached.
   *
   * @param find finds what is on its way
   * @param step takes it one step further; nothing if there is none
   * @param moved gets what has gone on, after each step
   * @return those that are still on their way
   */
  <V> Journeys<K> advance(
      ProgressPolicy policy,
      Instant now,
      Function<K, Optional<V>> find,
      BiFunction<V, Instant, Optional<V>> step,
      Consumer<V> moved) {
    if (!policy.mayMove(this, now)) {
      return this;
    }
    Map<K, Journey> onTheirWay = new LinkedHashMap<>();
    for (Map.Entry<K, Journey> one : journeys.entrySet()) {
      Optional<V> after = find.apply(one.getKey());
      Journey journey = one.getValue();
      Optional<Instant> reached = policy.reached(journey, now);
      while (after.isPresent() && reached.isPresent()) {
        Optional<V> next = step.apply(after.get(), reached.get());
        if (next.isEmpty()) {
          break;
        }
        after = next;
        moved.accept(next.get());
        journey = Journey.begunAt(reached.get());
        reached = policy.reached(journey, now);
      }
      if (after.isPresent() && step.apply(after.get(), now).isPresent()) {
        onTheirWay.put(one.getKey(), journey);
      }
    }
    return new Journeys<>(onTheirWay);
  }
}
