package dev.casewright.client.time;

import java.time.Duration;

/** Lets the time of the machine pass. Thread-safe. */
final class SystemSleeper implements Sleeper {
  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  @Override
  public void sleep(Duration time, Alarm alarm) throws InterruptedException {
    alarm.await(time);
  }
}
