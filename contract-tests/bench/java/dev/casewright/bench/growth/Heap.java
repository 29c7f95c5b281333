package dev.casewright.bench.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The heap that is in use once nothing unused is left on it. */
final class Heap {

  private static final int COLLECTIONS = 3;

  private Heap() {}

  static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
