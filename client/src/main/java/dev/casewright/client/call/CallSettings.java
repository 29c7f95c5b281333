package dev.casewright.client.call;

import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallEvent;
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
 * @param drift who is told of what the contract does not know
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
    DriftListener drift,
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
   * These, for calls that may not take longer than a time.
   *
   * @param left the time
   * @return new settings
   */
  CallSettings within(Duration left) {
    Duration limit = Deadline.longer(left, SHORTEST);
    return with(
        timeouts
            .withTotal(Deadline.shorter(limit, timeouts.total()))
            .withDownload(Deadline.shorter(limit, timeouts.download())),
        observer,
        correlationIds);
  }

  /**
   * These, for calls that are parts of something larger.
   *
   * @param correlationId the id that all of them are sent with
   * @return new settings
   */
  CallSettings identified(String correlationId) {
    return with(timeouts, observer, () -> correlationId);
  }

  /**
   * These, for the calls that another one is made of.
   *
   * @param whole the other one, whose id they are sent with, and as whose their requests count
   * @return new settings
   */
  CallSettings partsOf(Call whole) {
    CallObserver counting =
        new CallObserver() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            observer.attemptEnded(attempt);
          }

          @Override
          public void callEnded(CallEvent part) {
            whole.attemptedByPart(part.attempts());
            observer.callEnded(part);
          }
        };
    return with(timeouts, counting, whole::correlationId);
  }

  private CallSettings with(
      Timeouts otherTimeouts, CallObserver otherObserver, Supplier<String> otherIds) {
    return new CallSettings(
        otherTimeouts,
        retry,
        otherObserver,
        drift,
        userAgent,
        readOnly,
        ticker,
        sleeper,
        clock,
        random,
        otherIds);
  }
}
