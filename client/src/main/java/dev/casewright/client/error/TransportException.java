package dev.casewright.client.error;

import java.io.Serial;

/** No whole answer came: the connection could not be made, or broke. */
public final class TransportException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice what went wrong and what to do next, without anything from the request or the
   *     answer
   */
  public TransportException(CallDetails call, String advice) {
    super(call, advice);
  }
}
