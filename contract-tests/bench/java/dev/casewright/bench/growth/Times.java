package dev.casewright.bench.growth;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, each time; nanoseconds in rising order. */
record Times(long[] sorted) {

  /** Something that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Something that may fail, and gives what is to be done after it, outside of the time. */
  interface Measured {
    Work run() throws Exception;
  }

  static Times of(int times, Page page) throws Exception {
    return of(
        times,
        () -> {},
        () -> {
          page.call();
          return () -> {};
        });
  }

  /** Warms up with a quarter of the times first. */
  static Times of(int times, Work warmUp, Measured work) throws Exception {
    for (int time = 0; time < times / 4 + 1; time++) {
      warmUp.run();
    }
    long[] took = new long[times];
    for (int time = 0; time < times; time++) {
      long began = System.nanoTime();
      Work after = work.run();
      took[time] = System.nanoTime() - began;
      after.run();
    }
    Arrays.sort(took);
    return new Times(took);
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "\"times\": %d, \"median_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f",
        sorted.length,
        at(0.5),
        at(0.99),
        at(1));
  }

  private double at(double share) {
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
