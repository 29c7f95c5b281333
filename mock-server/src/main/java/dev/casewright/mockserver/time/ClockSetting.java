package dev.casewright.mockserver.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a clock differs from the one that the server was started with. Immutable.
 *
 * @param frozenAt where it stands still; nothing if it runs
 * @param ahead how far a running clock is ahead
 */
record ClockSetting(Optional<Instant> frozenAt, Duration ahead) {

  static final ClockSetting AS_STARTED = new ClockSetting(Optional.empty(), Duration.ZERO);

  /** Times outside cannot be written in the formats of the two APIs. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  static ClockSetting standingAt(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "A clock shows times from " + FIRST + " to " + LAST + ". Choose one between them.");
    }
    return new ClockSetting(Optional.of(time), Duration.ZERO);
  }

  Instant now(Clock base) {
    return frozenAt.orElseGet(() -> base.instant().plus(ahead));
  }

  ClockSetting advancedBy(Duration time, Clock base) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A clock is advanced by a time that is not negative. Freeze it at an earlier time to go"
              + " back.");
    }
    try {
      // Checks that the time which it comes to can be shown.
      ClockSetting there = standingAt(now(base).plus(time));
      return frozenAt.isPresent() ? there : new ClockSetting(Optional.empty(), ahead.plus(time));
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw new IllegalArgumentException(
          "A clock shows times up to " + LAST + ". Advance it by less.", tooFar);
    }
  }
}
