package dev.casewright.client.error;

import java.io.Serial;
import java.util.Optional;

/** The server asks for fewer calls (HTTP 429). */
public final class RateLimitedException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  private final String retryAfter;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param retryAfter the header {@code Retry-After}, if the server sent one
   */
  public RateLimitedException(CallDetails call, Optional<String> retryAfter) {
    super(call, "the server asks for fewer calls. Wait as long as retryAfter() says.");
    this.retryAfter = retryAfter.orElse(null);
  }

  /**
   * How long the server asks to wait.
   *
   * @return the header {@code Retry-After} as it came: a number of seconds, or an HTTP date
   */
  public Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
