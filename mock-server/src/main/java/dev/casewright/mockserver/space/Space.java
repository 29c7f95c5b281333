package dev.casewright.mockserver.space;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A workspace of Opal and an organisation of Emedgene with a state of their own.
 *
 * <p>Thread-safe: each change sees the result of the one before, and happens all at once or, if it
 * throws, not at all.
 */
public final class Space {

  private final String name;
  private final Supplier<SpaceState> seed;
  private final Clock clock;
  private final Progress progress;
  private final Consumer<String> resetter;
  private final SpaceWatcher watcher;
  private final Snapshots snapshots = new Snapshots(this);

  /** Fair: else a request may wait long while others come again and again. */
  private final ReentrantLock turns = new ReentrantLock(true);

  private ProgressPolicy ofCases;
  private ProgressPolicy ofReports;
  private SpaceState state;

  Space(
      String name,
      Supplier<SpaceState> seed,
      Clock clock,
      Progress progress,
      Consumer<String> resetter,
      SpaceWatcher watcher) {
    this.name = name;
    this.seed = seed;
    this.clock = clock;
    this.progress = progress;
    this.resetter = resetter;
    this.watcher = watcher;
    this.ofCases = progress.ofCases().of(name);
    this.ofReports = progress.ofReports().of(name);
    this.state = seed.get().restartingReports(ofReports, clock.instant());
  }

  private Space(Space original) {
    this.name = original.name;
    this.seed = original.seed;
    this.clock = original.clock;
    this.progress = original.progress;
    this.resetter = reset -> {};
    this.watcher = (space, moves) -> {};
    Moment moment = original.moment();
    this.state = moment.state();
    this.ofCases = moment.ofCases();
    this.ofReports = moment.ofReports();
  }

  /**
   * The name of the space.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * What tells the time in this space: progress, tokens and time stamps go by it.
   *
   * @return the clock, which follows when it is frozen, advanced or reset
   */
  public Clock clock() {
    return clock;
  }

  /**
   * The states of this space that are kept.
   *
   * @return its snapshots
   */
  public Snapshots snapshots() {
    return snapshots;
  }

  /**
   * The state now, after all that goes on by itself has gone on.
   *
   * @return the state, which never changes
   */
  public SpaceState state() {
    return inTurn(this::advanced);
  }

  private SpaceState advanced() {
    Instant now = clock.instant();
    SpaceState next = state.advance(ofCases, ofReports, now);
    ProgressPolicy newOfCases = progress.ofCases().of(name);
    if (newOfCases != ofCases) {
      ofCases = newOfCases;
      next = next.restartingCases(now);
    }
    ProgressPolicy newOfReports = progress.ofReports().of(name);
    if (newOfReports != ofReports) {
      ofReports = newOfReports;
      next = next.restartingReports(ofReports, now);
    }
    return become(next.advance(ofCases, ofReports, now));
  }

  /**
   * Changes the state.
   *
   * @param <T> what comes out beside the new state
   * @param change makes a new state out of the state and the time; what it throws is passed on and
   *     leaves the state as it was
   * @return what came out
   */
  public <T> T change(BiFunction<SpaceState, Instant, Change<T>> change) {
    return inTurn(
        () -> {
          Change<T> changed = change.apply(advanced(), clock.instant());
          become(changed.state());
          return changed.result();
        });
  }

  /**
   * Reads a state and notes that one case was read, which is what some cases wait for to go on.
   *
   * @param <T> what is read
   * @param caseName the name of the case
   * @param reader reads the state as it was before this read counted
   * @return what was read
   */
  public <T> T readCase(String caseName, Function<SpaceState, T> reader) {
    return inTurn(
        () -> {
          SpaceState before = advanced();
          T read = reader.apply(before);
          become(before.readOnce(caseName, ofCases));
          return read;
        });
  }

  /**
   * Reads a state and notes that one report was read, which is what some reports wait for to go on.
   *
   * @param <T> what is read
   * @param reportId the number of the report
   * @param reader reads the state as it was before this read counted
   * @return what was read
   */
  public <T> T readReport(long reportId, Function<SpaceState, T> reader) {
    return inTurn(
        () -> {
          SpaceState before = advanced();
          T read = reader.apply(before);
          become(before.readOnce(reportId, ofReports, clock.instant()));
          return read;
        });
  }

  /**
   * A space with the same state and clock that nobody else knows of: what changes in it is seen and
   * told nowhere else.
   *
   * @return a new space of the same name
   */
  public Space copy() {
    return new Space(this);
  }

  /**
   * Puts the space back to a state that it had.
   *
   * @param earlier what {@link #state()} gave
   */
  public void restore(SpaceState earlier) {
    inTurn(() -> become(earlier));
  }

  /**
   * Puts the space, with its settings, back to what it was when it was first used: in one step, so
   * that nothing of what was goes on by new settings.
   */
  public void reset() {
    inTurn(
        () -> {
          resetter.accept(name);
          ofCases = progress.ofCases().of(name);
          ofReports = progress.ofReports().of(name);
          return become(seed.get().restartingReports(ofReports, clock.instant()));
        });
  }

  /**
   * When the next case goes on by itself because time has gone by.
   *
   * @return the time by the clock of this space; nothing if none will
   */
  public Optional<Instant> nextMove() {
    return inTurn(() -> advanced().course().cases().earliest().flatMap(ofCases::due));
  }

  /** What {@link #resume} needs to go on from here. */
  Moment moment() {
    return inTurn(() -> new Moment(advanced(), clock.instant(), ofCases, ofReports));
  }

  /** Goes on from a moment as if no time had gone by since. */
  void resume(Moment moment) {
    inTurn(
        () -> {
          ofCases = moment.ofCases();
          ofReports = moment.ofReports();
          return become(moment.state().shiftedBy(Duration.between(moment.at(), clock.instant())));
        });
  }

  private SpaceState become(SpaceState next) {
    if (next != state) {
      state = next.told();
      watcher.changed(this, next.course().moves());
    }
    return state;
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.lock();
    try {
      return work.get();
    } finally {
      turns.unlock();
    }
  }

  /**
   * A new state and what comes out beside it.
   *
   * @param <T> what comes out
   * @param state the new state
   * @param result what comes out
   */
  public record Change<T>(SpaceState state, T result) {}

  /** A state, and what it goes on by. */
  record Moment(SpaceState state, Instant at, ProgressPolicy ofCases, ProgressPolicy ofReports) {}
}
