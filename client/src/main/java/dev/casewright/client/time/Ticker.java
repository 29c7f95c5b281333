package dev.casewright.client.time;

/** Tells how time passes. Put in from outside, so that no test has to wait. */
@FunctionalInterface
public interface Ticker {
  /**
   * A moment, to be compared with other moments of the same ticker only.
   *
   * @return nanoseconds since some fixed but arbitrary moment
   */
  long nanos();

  /**
   * The ticker of the machine.
   *
   * @return a thread-safe ticker
   */
  static Ticker system() {
    return System::nanoTime;
  }
}
