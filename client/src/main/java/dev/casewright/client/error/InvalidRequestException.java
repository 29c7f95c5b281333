package dev.casewright.client.error;

import java.io.Serial;

/**
 * The server refused the request as it is (HTTP 400, 422 and other 4xx). The same request will be
 * refused again.
 */
public final class InvalidRequestException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public InvalidRequestException(CallDetails call) {
    super(
        call,
        "the server refused the request as it is. Its reason is in serverMessage();"
            + " the same request will be refused again.");
  }
}
