package dev.casewright.client.call;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/**
 * Thrown by a transport when the time for a call ran out. The calls of the client turn it into a
 * {@code DeadlineException}.
 */
public final class DeadlinePassedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param limit the limit that was reached
   */
  public DeadlinePassedException(Duration limit) {
    super("no whole answer within " + limit.toMillis() + " ms");
  }
}
