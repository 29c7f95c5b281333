package dev.casewright.mockserver;

import dev.casewright.mockserver.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a server or of one of its spaces. State progress, tokens, time stamps and waiting
 * times go by it; a change is felt at once. What is set for the server holds in all spaces whose
 * clock was not changed itself. Nothing here blocks. Thread-safe.
 */
public final class MockClock {

  private final Clocks clocks;
  private final Optional<String> space;

  MockClock(Clocks clocks, Optional<String> space) {
    this.clocks = clocks;
    this.space = space;
  }

  /**
   * The time that it shows.
   *
   * @return the time
   */
  public Instant now() {
    return clocks.now(space);
  }

  /**
   * Whether it stands still.
   *
   * @return true from freezing until resetting
   */
  public boolean isFrozen() {
    return clocks.isFrozen(space);
  }

  /** Stops it at the time that it shows. */
  public void freeze() {
    clocks.freeze(space);
  }

  /**
   * Sets it to a time and stops it there.
   *
   * @param time the time, which may be earlier than what it shows
   * @throws IllegalArgumentException if it is not from 1970 to 9999
   */
  public void freezeAt(Instant time) {
    clocks.freezeAt(space, time);
  }

  /**
   * Sets it forward; it stands still or runs on as before.
   *
   * @param time by how much
   * @throws IllegalArgumentException if it is negative or leads beyond the year 9999
   */
  public void advance(Duration time) {
    clocks.advance(space, time);
  }

  /** A space goes by the server's clock again, the server by the one that it was started with. */
  public void reset() {
    clocks.reset(space);
  }
}
