package dev.casewright.client.transport;

import dev.casewright.client.call.DeadlinePassedException;
import java.time.Duration;

/** The moment at which a call has to be over, its last byte included. Immutable. */
final class Deadline {
  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  static Deadline in(Duration limit) {
    return new Deadline(limit);
  }

  /** The time left, in nanoseconds; zero or less when it is over. */
  long nanosLeft() {
    return end - System.nanoTime();
  }

  DeadlinePassedException passed() {
    return new DeadlinePassedException(limit);
  }
}
