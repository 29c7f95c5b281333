package dev.casewright.client.error;

import java.io.Serial;

/** The time for the call, or for the wait, ran out. */
public final class DeadlineException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice which limit was reached and what to do next
   */
  public DeadlineException(CallDetails call, String advice) {
    super(call, advice);
  }
}
