package dev.casewright.client.error;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The server asks for fewer calls (HTTP 429). */
public final class RateLimitedException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  private final String retryAfter;
  private final Duration waitTime;
  private final Instant notBefore;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param retryAfter the header {@code Retry-After}, if the server sent one
   * @param waitTime how long it asks to wait, if the header could be read
   * @param now the date
   */
  public RateLimitedException(
      CallDetails call, Optional<String> retryAfter, Optional<Duration> waitTime, Instant now) {
    super(call, "the server asks for fewer calls. " + adviceFor(waitTime));
    this.retryAfter = retryAfter.orElse(null);
    this.waitTime = waitTime.orElse(null);
    this.notBefore = waitTime.map(now::plus).orElse(null);
  }

  private static String adviceFor(Optional<Duration> waitTime) {
    return waitTime
        .map(time -> "Wait " + time.toSeconds() + " s before the next one.")
        .orElse("It does not say how long to wait: begin with some seconds, and then longer.");
  }

  /**
   * How long the server asks to wait, in its own words.
   *
   * @return the header {@code Retry-After} as it came: a number of seconds, or an HTTP date
   */
  public Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * How long the server asks to wait, counted from its answer.
   *
   * @return the time, not negative; empty if the server did not say, or not in a form of HTTP
   */
  public Optional<Duration> waitTime() {
    return Optional.ofNullable(waitTime);
  }

  /**
   * When the server wants to be called again.
   *
   * @return the moment, by the clock of the client; empty if the server did not say, or not in a
   *     form of HTTP
   */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }
}
