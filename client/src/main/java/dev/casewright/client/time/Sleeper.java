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
   * The sleeper of the machine.
   *
   * @return a thread-safe sleeper
   */
  static Sleeper system() {
    return time -> Thread.sleep(time.toMillis());
  }
}
