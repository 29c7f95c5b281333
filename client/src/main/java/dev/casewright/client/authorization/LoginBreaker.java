package dev.casewright.client.authorization;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Suspends logins after too many refusals in a row, since a server locks the account for them.
 * After a time it lets one through (there is never more than one login at once); if that is refused
 * too, the time starts anew. Thread-safe.
 */
final class LoginBreaker {
  private record State(int refusals, Optional<Deadline> suspension) {}

  private static final State CLOSED = new State(0, Optional.empty());

  private final LoginPolicy policy;
  private final Ticker ticker;
  private final AtomicReference<State> state = new AtomicReference<>(CLOSED);

  LoginBreaker(LoginPolicy policy, Ticker ticker) {
    this.policy = policy;
    this.ticker = ticker;
  }

  /** How long no login may be sent; empty if one may be sent now. */
  Optional<Duration> suspended() {
    return state.get().suspension().filter(time -> !time.hasPassed()).map(Deadline::left);
  }

  /** How many logins in a row were refused. */
  int refusals() {
    return state.get().refusals();
  }

  void refused() {
    state.updateAndGet(
        before -> {
          int refusals = before.refusals() + 1;
          return new State(
              refusals,
              refusals < policy.refusals()
                  ? Optional.empty()
                  : Optional.of(Deadline.in(policy.coolDown(), ticker)));
        });
  }

  void accepted() {
    state.set(CLOSED);
  }
}
