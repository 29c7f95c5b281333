package dev.casewright.client.error;

import java.io.Serial;

/** There is no such object for these credentials (HTTP 404). */
public final class NotFoundException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public NotFoundException(CallDetails call) {
    super(
        call,
        "there is no such object for these credentials."
            + " Check the id or case name, and the base URL.");
  }
}
