package dev.casewright.mockserver.space;

import java.time.Clock;
import java.time.Instant;
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
  private final ProgressPolicy progress;
  private final Consumer<String> resetter;
  private SpaceState state;

  Space(
      String name,
      Supplier<SpaceState> seed,
      Clock clock,
      ProgressPolicy progress,
      Consumer<String> resetter) {
    this.name = name;
    this.seed = seed;
    this.clock = clock;
    this.progress = progress;
    this.resetter = resetter;
    this.state = seed.get();
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
   * The state now, after all that goes on by itself has gone on.
   *
   * @return the state, which never changes
   */
  public synchronized SpaceState state() {
    state = state.advance(progress, clock.instant());
    return state;
  }

  /**
   * Changes the state.
   *
   * @param <T> what comes out beside the new state
   * @param change makes a new state out of the state and the time; what it throws is passed on and
   *     leaves the state as it was
   * @return what came out
   */
  public synchronized <T> T change(BiFunction<SpaceState, Instant, Change<T>> change) {
    Change<T> changed = change.apply(state(), clock.instant());
    state = changed.state();
    return changed.result();
  }

  /**
   * Reads a state and notes that one case was read, which is what some cases wait for to go on.
   *
   * @param <T> what is read
   * @param caseName the name of the case
   * @param reader reads the state as it was before this read counted
   * @return what was read
   */
  public synchronized <T> T readCase(String caseName, Function<SpaceState, T> reader) {
    SpaceState before = state();
    T read = reader.apply(before);
    state = before.readOnce(caseName);
    return read;
  }

  /**
   * Puts the space back to a state that it had.
   *
   * @param earlier what {@link #state()} gave
   */
  public synchronized void restore(SpaceState earlier) {
    state = earlier;
  }

  /** Puts the space, with its settings, back to what it was when it was first used. */
  public void reset() {
    resetter.accept(name);
    restore(seed.get());
  }

  /**
   * A new state and what comes out beside it.
   *
   * @param <T> what comes out
   * @param state the new state
   * @param result what comes out
   */
  public record Change<T>(SpaceState state, T result) {}
}
