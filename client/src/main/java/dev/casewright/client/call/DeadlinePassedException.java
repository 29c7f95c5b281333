package dev.casewright.client.call;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/**
 * Thrown by a transport when one of the times of a call ran out. The calls of the client turn it
 * into a {@code DeadlineException}.
 */
public final class DeadlinePassedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private DeadlinePassedException(String message) {
    super(message);
  }

  /**
   * The call as a whole took too long.
   *
   * @param limit the limit that was reached
   * @return the exception
   */
  public static DeadlinePassedException total(Duration limit) {
    return new DeadlinePassedException("no whole answer within " + limit.toMillis() + " ms");
  }

  /**
   * The answer did not begin in time.
   *
   * @param limit the limit that was reached
   * @return the exception
   */
  public static DeadlinePassedException response(Duration limit) {
    return new DeadlinePassedException("no answer began within " + limit.toMillis() + " ms");
  }

  /**
   * There was no token in time.
   *
   * @param limit the limit that was reached
   * @return the exception
   */
  public static DeadlinePassedException login(Duration limit) {
    return new DeadlinePassedException("no login ended within " + limit.toMillis() + " ms");
  }

  /**
   * The answer stopped coming in.
   *
   * @param limit the limit that was reached
   * @return the exception
   */
  public static DeadlinePassedException idle(Duration limit) {
    return new DeadlinePassedException(
        "nothing more of the answer came within " + limit.toMillis() + " ms");
  }
}
