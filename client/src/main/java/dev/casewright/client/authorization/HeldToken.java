package dev.casewright.client.authorization;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * A token that a login gave.
 *
 * @param token the token
 * @param renewal from when on it is to be renewed; empty if it is to be used to its end
 * @param end when it ends, if that is known
 */
record HeldToken(Token token, Optional<Deadline> renewal, Optional<Deadline> end) {
  /** The margin is never more than this part of a lifetime. */
  private static final int PART = 10;

  static HeldToken of(LoggedIn loggedIn, LoginPolicy policy, Ticker ticker) {
    Optional<Duration> lifetime = loggedIn.lifetime().or(policy::tokenLifetime);
    return new HeldToken(
        loggedIn.token(),
        lifetime.map(time -> Deadline.in(time.minus(margin(time, policy)), ticker)),
        lifetime.map(time -> Deadline.in(time, ticker)));
  }

  private static Duration margin(Duration lifetime, LoginPolicy policy) {
    Duration part = lifetime.dividedBy(PART);
    return Deadline.shorter(part, policy.renewBefore());
  }

  boolean isGood() {
    return end.filter(Deadline::hasPassed).isEmpty();
  }

  boolean isToBeRenewed() {
    return renewal.filter(Deadline::hasPassed).isPresent();
  }

  HeldToken withoutRenewal() {
    return new HeldToken(token, Optional.empty(), end);
  }
}
