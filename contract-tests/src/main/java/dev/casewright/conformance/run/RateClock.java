package dev.casewright.conformance.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time that passes between requests, and how to wait for it. Thread-safe. */
public interface RateClock {

  /**
   * The time now.
   *
   * @return nanoseconds since some moment, the same one each time
   */
  long nanoTime();

  /**
   * Blocks for a time.
   *
   * @param time how long; more than nothing
   * @throws InterruptedException if the thread is interrupted
   */
  void sleep(Duration time) throws InterruptedException;

  /**
   * The time of this machine.
   *
   * @return the time that really passes
   */
  static RateClock system() {
    return new RateClock() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
      }
    };
  }
}
