package dev.casewright.client.time;

import java.time.Duration;

/** Lets time pass. Put in from outside, so that no test has to wait. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Blocks the calling thread.
   *
   * @param time how long
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void sleep(Duration time) throws InterruptedException;

  /**
   * Blocks the calling thread until the time is over or an alarm rings. Unless overridden, an alarm
   * is heard before the sleep only.
   *
   * @param time how long at most
   * @param alarm ends the sleep early
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  default void sleep(Duration time, Alarm alarm) throws InterruptedException {
    if (!alarm.isRinging()) {
      sleep(time);
    }
  }

  /**
   * The sleeper of the machine.
   *
   * @return a thread-safe sleeper
   */
  static Sleeper system() {
    return new SystemSleeper();
  }
}
