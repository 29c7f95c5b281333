package dev.casewright.mockserver.transport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How much of everything the server takes, so that no client can use it up. Immutable. */
public final class Limits {

  /** A number, or milliseconds. */
  private final Map<Limit, Long> values;

  private Limits(Map<Limit, Long> values) {
    this.values = values;
  }

  /**
   * The limits of a server that has none of its own set.
   *
   * @return the limits that the README tells
   */
  public static Limits defaults() {
    Map<Limit, Long> values = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      values.put(limit, limit.standard());
    }
    return new Limits(values);
  }

  /**
   * The same limits with another number for one of them.
   *
   * @param limit a limit that is a number
   * @param number more than 0
   * @return new limits
   * @throws IllegalArgumentException if the limit is a time, or the number lets nothing through
   */
  public Limits with(Limit limit, int number) {
    return with(limit, false, number);
  }

  /**
   * The same limits with another time for one of them.
   *
   * @param limit a limit that is a time
   * @param time a millisecond or more
   * @return new limits
   * @throws IllegalArgumentException if the limit is a number, or the time lets nothing through
   */
  public Limits with(Limit limit, Duration time) {
    return with(limit, true, time.toMillis());
  }

  private Limits with(Limit limit, boolean isTime, long value) {
    checkKind(limit, isTime);
    if (value < 1) {
      throw new IllegalArgumentException(
          limit.option() + " must be more than 0. Give a larger one.");
    }
    Map<Limit, Long> changed = new EnumMap<>(values);
    changed.put(limit, value);
    return new Limits(changed);
  }

  /**
   * One of the numbers.
   *
   * @param limit a limit that is a number
   * @return the number, more than 0
   */
  public int number(Limit limit) {
    checkKind(limit, false);
    return values.get(limit).intValue();
  }

  /**
   * One of the times.
   *
   * @param limit a limit that is a time
   * @return the time, a millisecond or more
   */
  public Duration time(Limit limit) {
    checkKind(limit, true);
    return Duration.ofMillis(values.get(limit));
  }

  private static void checkKind(Limit limit, boolean isTime) {
    if (limit.isTime() != isTime) {
      throw new IllegalArgumentException(
          limit.option() + " is a " + (isTime ? "number, not a time." : "time, not a number."));
    }
  }

  @Override
  public String toString() {
    return "limits " + values;
  }
}
