package dev.casewright.client.waiting;

import dev.casewright.client.time.Alarm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells waits that something may have happened to what they wait for: they end their pause and read
 * at once. Nothing is believed: a signal without a cause costs one reading. A receiver of notices
 * has one; programs may ring for whatever else they hear of. Thread-safe.
 */
public final class Signal {
  private final Map<String, Set<Alarm>> waits = new HashMap<>();

  /** Creates a signal that nobody listens to yet. */
  public Signal() {}

  /**
   * Rings for one object. Does not block; does nothing if nobody waits for it.
   *
   * @param name the name of the case, or the id of the report in digits
   */
  public synchronized void ring(String name) {
    waits.getOrDefault(name, Set.of()).forEach(Alarm::ring);
  }

  synchronized void join(String name, Alarm wait) {
    waits.computeIfAbsent(name, first -> new HashSet<>()).add(wait);
  }

  synchronized void leave(String name, Alarm wait) {
    waits.computeIfPresent(
        name,
        (same, listening) -> {
          listening.remove(wait);
          return listening.isEmpty() ? null : listening;
        });
  }

  /** How many names waits listen for, and none of them. */
  @Override
  public synchronized String toString() {
    return "Signal[names=<" + waits.size() + ">]";
  }
}
