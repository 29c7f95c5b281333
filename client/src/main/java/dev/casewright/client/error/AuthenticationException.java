package dev.casewright.client.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * The server, or the login, refused the credentials (HTTP 401); or the client has none to send, or
 * does not send them for the time being.
 */
public final class AuthenticationException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  private final Duration nextLoginIn;

  private AuthenticationException(
      CallDetails call, String advice, Optional<Duration> nextLoginIn) {
    super(call, advice);
    this.nextLoginIn = nextLoginIn.orElse(null);
  }

  /**
   * The credentials were refused.
   *
   * @param call what is known of the call
   * @return the exception
   */
  public static AuthenticationException refused(CallDetails call) {
    return new AuthenticationException(
        call,
        "the credentials were refused. Check user name and password, or the token;"
            + " a key of the one API does not fit the other.",
        Optional.empty());
  }

  /**
   * The credentials of the client were cleared. Nothing was sent.
   *
   * @param call what is known of the call
   * @return the exception
   */
  public static AuthenticationException cleared(CallDetails call) {
    return new AuthenticationException(
        call,
        "the credentials of this client were cleared, and nothing was sent."
            + " Build a new client with credentials.",
        Optional.empty());
  }

  /**
   * Too many logins in a row were refused. Nothing was sent, so that the account is not locked.
   *
   * @param call what is known of the call
   * @param refusals how many were refused in a row
   * @param nextLoginIn when the client will try again
   * @return the exception
   */
  public static AuthenticationException suspended(
      CallDetails call, int refusals, Duration nextLoginIn) {
    return new AuthenticationException(
        call,
        "the last "
            + refusals
            + " logins, or the tokens that they gave, were refused, so nothing was sent, lest the"
            + " account be locked. The client"
            + " tries once more in "
            + nextLoginIn.toSeconds()
            + " s. Check user name and password, and build a new client if they were wrong.",
        Optional.of(nextLoginIn));
  }

  /**
   * When the client itself will log in again after too many refusals.
   *
   * @return the time until then; empty if logins are not suspended
   */
  public Optional<Duration> nextLoginIn() {
    return Optional.ofNullable(nextLoginIn);
  }
}
