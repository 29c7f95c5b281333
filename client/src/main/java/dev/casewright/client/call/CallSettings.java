package dev.casewright.client.call;

import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How the calls of a client behave. Made by the builders.
 *
 * @param timeouts how long they may take
 * @param retry when they are repeated
 * @param observer who is told of them
 * @param userAgent what the client calls itself
 * @param readOnly whether only reads are sent
 * @param ticker tells how time passes
 * @param sleeper lets time pass
 * @param clock tells the date
 * @param random draws the waits; thread-safe
 * @param correlationIds makes the id of a call; thread-safe
 */
public record CallSettings(
    Timeouts timeouts,
    RetryPolicy retry,
    CallObserver observer,
    String userAgent,
    boolean readOnly,
    Ticker ticker,
    Sleeper sleeper,
    Clock clock,
    RandomGenerator random,
    Supplier<String> correlationIds) {

  /** There is no timeout of nothing. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /**
   * These, for calls that are parts of something larger.
   *
   * @param left what is left of its time; no call takes longer
   * @param correlationId the id that all its calls are sent with
   * @return new settings
   */
  CallSettings within(Duration left, String correlationId) {
    Duration limit = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    return new CallSettings(
        limit.compareTo(timeouts.total()) < 0 ? timeouts.withTotal(limit) : timeouts,
        retry,
        observer,
        userAgent,
        readOnly,
        ticker,
        sleeper,
        clock,
        random,
        () -> correlationId);
  }
}
