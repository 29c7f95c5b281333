package dev.casewright.client.error;

import java.io.Serial;

/** The server failed (HTTP 5xx), or did what no server of the contract does. */
public final class ServerException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice what went wrong and what to do next, without anything from the request or the
   *     answer
   */
  public ServerException(CallDetails call, String advice) {
    super(call, advice);
  }
}
