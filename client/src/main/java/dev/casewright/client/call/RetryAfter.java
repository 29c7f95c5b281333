package dev.casewright.client.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads {@code Retry-After}: a number of seconds, or a date as HTTP writes it (RFC 9110, 10.2.3).
 */
final class RetryAfter {
  /** More than thirty thousand years, and still a date that Java can compute with. */
  private static final long MOST_SECONDS = 999_999_999_999L;

  private static final int MOST_DIGITS = 12;

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param header the header as it came
   * @param clock tells the date
   * @return the time, nothing for a date that is over; empty if there is no header or it cannot be
   *     read
   */
  static Optional<Duration> in(Optional<String> header, Clock clock) {
    return header.map(String::strip).flatMap(value -> read(value, clock));
  }

  private static Optional<Duration> read(String value, Clock clock) {
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value.length() > MOST_DIGITS
          ? Optional.of(Duration.ofSeconds(MOST_SECONDS))
          : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration wait = Duration.between(clock.instant(), date);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
