package dev.casewright.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The threads of one name that are there. */
public final class Threads {

  private static final int LONGEST_END_MILLIS = 10_000;

  private Threads() {}

  /** Those that have not ended. */
  public static Set<Thread> named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A pool has ended a moment before its last thread has. */
  public static void assertEnd(Set<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join(LONGEST_END_MILLIS);
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(threads).noneMatch(Thread::isAlive);
  }
}
