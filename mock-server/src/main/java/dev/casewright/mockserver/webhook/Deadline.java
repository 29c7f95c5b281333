package dev.casewright.mockserver.webhook;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment at which one attempt has to be over. */
final class Deadline {

  private final long nanos;

  Deadline(Duration limit) {
    this.nanos = System.nanoTime() + limit.toNanos();
  }

  /** How long may still be waited: at least one, since a socket takes 0 for ever. */
  int millisLeft() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    if (left < 1) {
      throw new SocketTimeoutException("The attempt took too long.");
    }
    return (int) left;
  }
}
