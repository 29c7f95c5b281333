package dev.casewright.client.auth;

import dev.casewright.client.deadline.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a client logs in and judges its tokens. Immutable and thread-safe.
 *
 * @param refusals after how many refused logins in a row no more are sent for a while, so that the
 *     account is not locked. A token that the server gave and never accepted counts too
 * @param coolDown for how long no login is sent then. After it there is one; if that is refused
 *     too, the time starts anew
 * @param tokenLifetime how long a token is good if the server does not say; empty if nobody knows,
 *     and a token is used until it is refused
 * @param renewBefore how long before its end a token is renewed, if its lifetime is known; a tenth
 *     of the lifetime if that is shorter. One call does so, while the others go on with the old
 *     one; if it fails, the old one is used to its end
 * @param oldAfter from which age on a 403 is taken for an expired token, since older hosts answer
 *     so. For a younger token that has worked, it is a missing permission
 */
public record LoginPolicy(
    int refusals,
    Duration coolDown,
    Optional<Duration> tokenLifetime,
    Duration renewBefore,
    Duration oldAfter) {

  private static final LoginPolicy DEFAULTS =
      new LoginPolicy(
          3, Duration.ofMinutes(5), Optional.empty(), Duration.ofMinutes(1), Duration.ofHours(1));

  /** Refuses numbers and times that make no sense. */
  public LoginPolicy {
    if (refusals < 1) {
      throw new IllegalArgumentException("At least one refused login has to be allowed.");
    }
    if (Objects.requireNonNull(coolDown, "coolDown").isNegative()
        || Objects.requireNonNull(renewBefore, "renewBefore").isNegative()
        || Objects.requireNonNull(oldAfter, "oldAfter").isNegative()) {
      throw new IllegalArgumentException("A time of a login policy cannot be negative.");
    }
    if (tokenLifetime.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
      throw new IllegalArgumentException("The lifetime of a token has to be longer than nothing.");
    }
    if (Stream.concat(tokenLifetime.stream(), Stream.of(coolDown, renewBefore, oldAfter))
        .anyMatch(time -> time.compareTo(Deadline.LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "A time of a login policy is at most 365 days. Leave out the lifetime of tokens that do"
              + " not end.");
    }
  }

  /**
   * Three refusals, then five minutes without a login; tokens of unknown lifetime; renewed a minute
   * before their end if it becomes known; old after an hour.
   *
   * @return the defaults
   */
  public static LoginPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * This policy, with other limits for refused logins.
   *
   * @param count after how many refusals in a row no more logins are sent
   * @param time for how long
   * @return a new policy
   */
  public LoginPolicy withRefusals(int count, Duration time) {
    return new LoginPolicy(count, time, tokenLifetime, renewBefore, oldAfter);
  }

  /**
   * This policy, for tokens whose lifetime is known although the server does not say it.
   *
   * @param time how long a token is good
   * @return a new policy
   */
  public LoginPolicy withTokenLifetime(Duration time) {
    return new LoginPolicy(refusals, coolDown, Optional.of(time), renewBefore, oldAfter);
  }

  /**
   * This policy, with another margin for the renewal.
   *
   * @param time how long before its end a token is renewed
   * @return a new policy
   */
  public LoginPolicy withRenewBefore(Duration time) {
    return new LoginPolicy(refusals, coolDown, tokenLifetime, time, oldAfter);
  }

  /**
   * This policy, with another age at which a token is old.
   *
   * @param age the age
   * @return a new policy
   */
  public LoginPolicy withOldAfter(Duration age) {
    return new LoginPolicy(refusals, coolDown, tokenLifetime, renewBefore, age);
  }
}
