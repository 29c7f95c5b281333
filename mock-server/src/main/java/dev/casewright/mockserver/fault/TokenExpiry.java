package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.Optional;

/** Lets the token expire that the last of so many calls with a good token brought, and no other. */
final class TokenExpiry implements Behaviour {

  private static final int NOT_AUTHENTICATED = 401;

  private int callsLeft;
  private Optional<String> expired = Optional.empty();

  TokenExpiry(int calls) {
    this.callsLeft = calls;
  }

  @Override
  public MockAnswer answer(FaultyCall call) {
    List<String> good = call.goodTokens();
    if (!good.isEmpty() && !isLetIn(good) && call.claims()) {
      return call.refusal(NOT_AUTHENTICATED, "The token has expired. Log in again.");
    }
    return call.usual();
  }

  /** Counts a call by the first of its tokens, which the API reads; one good token is enough. */
  private synchronized boolean isLetIn(List<String> good) {
    if (callsLeft > 0) {
      callsLeft--;
      expired = callsLeft == 0 ? Optional.of(good.get(0)) : Optional.empty();
      return true;
    }
    return !good.stream().allMatch(token -> expired.filter(token::equals).isPresent());
  }
}
