package dev.casewright.client.error;

import java.io.Serial;

/** The server, or the login, refused the credentials (HTTP 401). */
public final class AuthenticationException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   */
  public AuthenticationException(CallDetails call) {
    super(
        call,
        "the credentials were refused. Check user name and password, or the token;"
            + " a key of the one API does not fit the other.");
  }
}
