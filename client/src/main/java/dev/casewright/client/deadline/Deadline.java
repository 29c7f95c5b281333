package dev.casewright.client.deadline;

import dev.casewright.client.time.Ticker;
import java.time.Duration;

/** The moment at which something has to be over. Immutable and thread-safe. */
public final class Deadline {
  /** The longest time that anything may be given; far from where nanoseconds overflow. */
  public static final Duration LONGEST = Duration.ofDays(365);

  private final Ticker ticker;
  private final Duration limit;
  private final long end;

  private Deadline(Ticker ticker, Duration limit) {
    this.ticker = ticker;
    this.limit = limit;
    this.end = ticker.nanos() + limit.toNanos();
  }

  /**
   * A deadline that starts to run now.
   *
   * @param limit the time until then
   * @param ticker tells how time passes
   * @return the deadline
   */
  public static Deadline in(Duration limit, Ticker ticker) {
    return new Deadline(ticker, limit);
  }

  /**
   * The shorter one of two times.
   *
   * @param one a time
   * @param other another
   * @return one of them
   */
  public static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * The longer one of two times.
   *
   * @param one a time
   * @param other another
   * @return one of them
   */
  public static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * The time that was given at the start.
   *
   * @return the time
   */
  public Duration limit() {
    return limit;
  }

  /**
   * The time that is left.
   *
   * @return the time; nothing when it is over, never negative
   */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - ticker.nanos()));
  }

  /**
   * Whether the time is over.
   *
   * @return true if nothing is left
   */
  public boolean hasPassed() {
    return end - ticker.nanos() <= 0;
  }
}
