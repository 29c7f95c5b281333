package dev.casewright.client.error;

import java.io.Serial;

/**
 * A call was to change something, and no answer to it came: it may have been carried out or not. It
 * is never repeated by the client. {@link #howToFindOut()} says what to read; send the call again
 * only if the change is not there. {@link #operation()} and {@link #correlationId()} name it for
 * the operators of the server.
 */
public final class OutcomeUnknownException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice how the answer was lost, without anything from the request or the answer
   */
  public OutcomeUnknownException(CallDetails call, String advice) {
    super(call, advice);
  }
}
