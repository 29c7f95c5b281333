package dev.casewright.conformance.proof;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What the proof took.
 *
 * @param elapsed the time on the clock
 * @param work the time of all processors for this program
 */
record Cost(Duration elapsed, Duration work) {

  static Meter measure() {
    return new Meter(System.nanoTime(), processors());
  }

  private static long processors() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Runs since it was made. */
  record Meter(long since, long before) {

    Cost stop() {
      return new Cost(
          Duration.ofNanos(System.nanoTime() - since), Duration.ofNanos(processors() - before));
    }
  }
}
