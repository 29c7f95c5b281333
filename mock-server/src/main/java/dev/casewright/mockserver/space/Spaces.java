package dev.casewright.mockserver.space;

import dev.casewright.mockserver.credentials.DemoAccounts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** All spaces of a server; each is made from the seed pack when it is first used. Thread-safe. */
public final class Spaces {

  private final Map<String, Space> spaces = new ConcurrentSkipListMap<>();
  private final Function<String, SpaceState> seed;
  private final Clock clock;
  private final ProgressPolicy progress;
  private final List<Consumer<String>> resetters = new CopyOnWriteArrayList<>();

  /**
   * No spaces yet but the default one.
   *
   * @param seed makes the first state of a space from its name
   * @param clock tells the time
   * @param progress how fast new cases go on by themselves
   */
  public Spaces(Function<String, SpaceState> seed, Clock clock, ProgressPolicy progress) {
    this.seed = seed;
    this.clock = clock;
    this.progress = progress;
    of(DemoAccounts.DEFAULT_SPACE);
  }

  /**
   * The space of a name, made now if need be.
   *
   * @param name a name that {@link DemoAccounts#isSpaceName} accepts
   * @return the space
   */
  public Space of(String name) {
    return spaces.computeIfAbsent(
        name, key -> new Space(key, () -> seed.apply(key), clock, progress, this::wasReset));
  }

  /**
   * Adds what else has to go back to the start when a space is reset.
   *
   * @param resetter gets the name of the space
   */
  public void onReset(Consumer<String> resetter) {
    resetters.add(resetter);
  }

  /**
   * Forgets a space with its settings; it is made anew when it is used again.
   *
   * @param name the name of the space
   */
  public void remove(String name) {
    spaces.remove(name);
    wasReset(name);
  }

  private void wasReset(String name) {
    resetters.forEach(resetter -> resetter.accept(name));
  }

  /**
   * The space of a name, if it was used before.
   *
   * @param name the name
   * @return the space; nothing if there is none of that name yet
   */
  public Optional<Space> find(String name) {
    return Optional.ofNullable(spaces.get(name));
  }

  /**
   * The names of the spaces that exist, sorted.
   *
   * @return an unmodifiable list
   */
  public List<String> names() {
    return List.copyOf(spaces.keySet());
  }

  /**
   * Whether a space other than the given one has a report.
   *
   * @param own the space that does not count
   * @param reportId the number of the report
   * @return true if another space has it
   */
  public boolean isReportOfAnother(Space own, long reportId) {
    return spaces.values().stream()
        .filter(space -> space != own)
        .anyMatch(space -> space.state().report(reportId).isPresent());
  }
}
