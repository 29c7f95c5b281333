package dev.casewright.client.waiting;

import java.time.Duration;
import java.util.Objects;

/**
 * How often something that is waited for is read. The pauses start short, grow, and start short
 * again when the status has changed or a {@link Signal} has come. Immutable and thread-safe.
 *
 * @param firstPause the longest time between the first two readings
 * @param longestPause where the growing ends
 * @param growth by how much a pause is longer than the one before; 1 for pauses of one length
 * @param jitter which part of a pause is drawn at random, from 0 to below 1: with 0.2 a pause lasts
 *     between 80 and 100 % of its length, so that many waits do not read all at once
 * @param toleratedFailures how many readings in a row may fail without ending the wait, once a
 *     status was read: for a server that fails (5xx), asks for fewer calls, is not reached, or does
 *     not answer in time. Whatever else fails ends the wait at once
 */
public record PollPolicy(
    Duration firstPause,
    Duration longestPause,
    double growth,
    double jitter,
    int toleratedFailures) {

  private static final double MOST_GROWTH = 10;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final PollPolicy DEFAULTS =
      new PollPolicy(Duration.ofSeconds(2), Duration.ofMinutes(1), 1.5, 0.2, 3);

  /** Refuses numbers that make no sense. */
  public PollPolicy {
    Objects.requireNonNull(firstPause, "firstPause");
    Objects.requireNonNull(longestPause, "longestPause");
    if (firstPause.isNegative() || firstPause.isZero()) {
      throw new IllegalArgumentException("The first pause has to be longer than nothing.");
    }
    if (longestPause.compareTo(firstPause) < 0 || longestPause.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The longest pause lies between the first one and a day: give such a time.");
    }
    if (!(growth >= 1 && growth <= MOST_GROWTH)) {
      throw new IllegalArgumentException("The growth of pauses lies between 1 and 10.");
    }
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException("The jitter of pauses is a part from 0 to below 1.");
    }
    if (toleratedFailures < 0) {
      throw new IllegalArgumentException("A number of tolerated failures cannot be negative.");
    }
  }

  /**
   * Pauses of two seconds that grow by half to a minute, a fifth of each drawn at random, and three
   * failures in a row tolerated.
   *
   * @return the defaults
   */
  public static PollPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * The defaults, with other pauses.
   *
   * @param firstPause the longest time between the first two readings
   * @param longestPause where the growing ends
   * @return a policy
   * @throws IllegalArgumentException if the first pause is not longer than nothing, or the longest
   *     one shorter than the first
   */
  public static PollPolicy between(Duration firstPause, Duration longestPause) {
    return new PollPolicy(
        firstPause, longestPause, DEFAULTS.growth, DEFAULTS.jitter, DEFAULTS.toleratedFailures);
  }

  /**
   * Pauses of one length, without jitter; the rest as in the defaults.
   *
   * @param pause the time between two readings
   * @return a policy
   * @throws IllegalArgumentException if the pause is not longer than nothing
   */
  public static PollPolicy every(Duration pause) {
    return new PollPolicy(pause, pause, 1, 0, DEFAULTS.toleratedFailures);
  }
}
