package dev.casewright.client.retry;

import dev.casewright.client.deadline.Deadline;
import java.time.Duration;
import java.util.Objects;

/**
 * When a call that may be repeated is repeated, and how long is waited before. Only reads and what
 * the contract calls idempotent may be; a write is never repeated. Immutable and thread-safe.
 *
 * @param attempts the largest number of requests for a call, the first included; 1 means never to
 *     repeat
 * @param firstWait the longest wait before the second attempt; it doubles with each attempt. The
 *     real wait is drawn between nothing and that (full jitter)
 * @param longestWait where the doubling ends. A {@code Retry-After} of the server may be longer,
 *     and is waited for if the deadline of the call allows it
 * @param budget how many repetitions a client has in store. Each takes one, and each call that
 *     succeeds at once gives a tenth back, so that a server that is down is not asked twice as
 *     often
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait, int budget) {
  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(8), 20);

  /** Refuses numbers that make no sense. */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("A call needs at least one attempt.");
    }
    if (Objects.requireNonNull(firstWait, "firstWait").isNegative()
        || Objects.requireNonNull(longestWait, "longestWait").compareTo(firstWait) < 0) {
      throw new IllegalArgumentException(
          "A wait cannot be negative, nor the longest wait shorter than the first.");
    }
    if (longestWait.compareTo(Deadline.LONGEST) > 0) {
      throw new IllegalArgumentException("The longest wait is at most 365 days.");
    }
    if (budget < 0) {
      throw new IllegalArgumentException("A budget of repetitions cannot be negative.");
    }
  }

  /**
   * Three attempts, waits of at most half a second, doubling up to eight seconds, and twenty
   * repetitions in store.
   *
   * @return the defaults
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * No repetition at all.
   *
   * @return a policy
   */
  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);
  }
}
