package dev.casewright.mockserver.exchange;

import java.time.Duration;

/**
 * How the bytes of an answer go out.
 *
 * @param delay how long the answer waits before its first byte
 * @param ending what becomes of it then
 * @param bytes a number of bytes, as the ending tells
 * @param hold how long a stalled answer is held before its connection is closed
 */
public record Transmission(Duration delay, Ending ending, int bytes, Duration hold) {

  /** At once and whole, as answers usually go out. */
  public static final Transmission USUAL =
      new Transmission(Duration.ZERO, Ending.WHOLE, 0, Duration.ZERO);

  /** Not a byte goes out: the connection is closed instead. */
  public static final Transmission DROPPED =
      new Transmission(Duration.ZERO, Ending.DROPPED, 0, Duration.ZERO);

  /**
   * The headers and the start of the body go out, then nothing, and in the end the connection is
   * closed.
   *
   * @param bytes how many bytes of the body go out
   * @param hold how long nothing more goes out before the connection is closed; zero to close it at
   *     once
   * @return the transmission
   */
  public static Transmission stalledAfter(int bytes, Duration hold) {
    return new Transmission(Duration.ZERO, Ending.STALLED, bytes, hold);
  }

  /**
   * The whole body goes out under a length that is too large, then the connection is closed.
   *
   * @param bytes by how many bytes it is too large
   * @return the transmission
   */
  public static Transmission declaringMore(int bytes) {
    return new Transmission(Duration.ZERO, Ending.OVERSTATED, bytes, Duration.ZERO);
  }

  /**
   * The same transmission, later.
   *
   * @param time what is added to its delay
   * @return a new transmission
   */
  public Transmission delayedBy(Duration time) {
    return new Transmission(delay.plus(time), ending, bytes, hold);
  }

  /** What becomes of an answer. */
  public enum Ending {
    /** All of it goes out. */
    WHOLE,
    /** Nothing of it goes out. */
    DROPPED,
    /** The headers and so many bytes of the body go out. */
    STALLED,
    /** All of it goes out, but its length is told so many bytes too large. */
    OVERSTATED
  }
}
