package dev.casewright.mockserver.space;

import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.exchange.Refusal;
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
  private final Function<String, Clock> clocks;
  private final Progress progress;
  private volatile int most = Integer.MAX_VALUE;
  private final List<Consumer<String>> resetters = new CopyOnWriteArrayList<>();
  private final List<SpaceWatcher> watchers = new CopyOnWriteArrayList<>();

  /**
   * No spaces yet but the default one; they all have one clock, and their reports stay as they are.
   *
   * @param seed makes the first state of a space from its name
   * @param clock tells the time
   * @param progress how fast new cases go on by themselves
   */
  public Spaces(Function<String, SpaceState> seed, Clock clock, ProgressPolicy progress) {
    this(seed, space -> clock, Progress.of(progress, ProgressPolicy.never()));
  }

  /**
   * No spaces yet but the default one.
   *
   * @param seed makes the first state of a space from its name
   * @param clocks gives a space its clock by its name
   * @param progress how fast cases and reports go on by themselves
   */
  public Spaces(
      Function<String, SpaceState> seed, Function<String, Clock> clocks, Progress progress) {
    this.seed = seed;
    this.clocks = clocks;
    this.progress = progress;
    of(DemoAccounts.DEFAULT_SPACE);
  }

  /**
   * The space of a name, made now if need be.
   *
   * @param name a name that {@link DemoAccounts#isSpaceName} accepts
   * @return the space
   * @throws Refusal with status 503 if it is not there, nor the default one, and there are as many
   *     as there may be
   */
  public Space of(String name) {
    return find(name).orElseGet(() -> make(name));
  }

  private synchronized Space make(String name) {
    Optional<Space> madeMeanwhile = find(name);
    if (madeMeanwhile.isPresent()) {
      return madeMeanwhile.get();
    }
    if (!name.equals(DemoAccounts.DEFAULT_SPACE) && places() >= most) {
      throw new Refusal(
          503,
          "There are "
              + most
              + " spaces, and no room for another. Remove one over the admin API, or raise"
              + " --max-spaces.");
    }
    Space made =
        new Space(
            name,
            () -> seed.apply(name),
            clocks.apply(name),
            progress,
            this::wasReset,
            this::hasChanged);
    spaces.put(name, made);
    return made;
  }

  /** Requests without good credentials need the default space, so its place is never given away. */
  private int places() {
    return spaces.size() + (spaces.containsKey(DemoAccounts.DEFAULT_SPACE) ? 0 : 1);
  }

  /**
   * Sets how many spaces there may be. Those that are there stay.
   *
   * @param number more than 0
   */
  public void atMost(int number) {
    most = number;
  }

  /**
   * Adds what else has to go back to the start when a space is reset or removed.
   *
   * @param resetter gets the name of the space, which is locked while it is reset; must not block
   *     or use a space
   */
  public void onReset(Consumer<String> resetter) {
    resetters.add(resetter);
  }

  /**
   * Forgets a space with its settings; it is made anew when it is used again. The default space
   * keeps its place among those that there may be.
   *
   * @param name the name of the space
   */
  public synchronized void remove(String name) {
    // Whoever looks for it now waits, and so gets no settings that are about to be forgotten.
    spaces.remove(name);
    wasReset(name);
  }

  /**
   * Adds what is told of all changes in all spaces.
   *
   * @param watcher must not block
   */
  public void watch(SpaceWatcher watcher) {
    watchers.add(watcher);
  }

  /**
   * Lets go on what goes on by itself, after a setting that it goes by was changed.
   *
   * @param name the name of the space; nothing for all
   */
  public void refresh(Optional<String> name) {
    List<Space> changed =
        name.map(one -> find(one).stream().toList()).orElseGet(() -> List.copyOf(spaces.values()));
    changed.forEach(Space::state);
  }

  private void hasChanged(Space space, List<CaseMove> moves) {
    watchers.forEach(watcher -> watcher.changed(space, moves));
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
   * Whether a space is there, and not removed or replaced by one of the same name.
   *
   * @param space the space
   * @return true if its name leads to it
   */
  public boolean isThere(Space space) {
    return spaces.get(space.name()) == space;
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
   * All spaces but one.
   *
   * @param own the space that does not count
   * @return the others, sorted by name
   */
  public List<Space> others(Space own) {
    return spaces.values().stream().filter(space -> !space.name().equals(own.name())).toList();
  }

  /**
   * Whether a space other than the given one has a report.
   *
   * @param own the space that does not count
   * @param reportId the number of the report
   * @return true if another space has it
   */
  public boolean isReportOfAnother(Space own, long reportId) {
    return others(own).stream().anyMatch(space -> space.state().report(reportId).isPresent());
  }
}
