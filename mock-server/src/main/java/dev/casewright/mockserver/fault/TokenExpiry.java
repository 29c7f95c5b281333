package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import java.util.List;
import java.util.Optional;

/** Lets the token expire that the last of so many calls brought, and no other. */
final class TokenExpiry implements Behaviour {

  private int callsLeft;
  private Optional<String> expired = Optional.empty();

  TokenExpiry(int calls) {
    this.callsLeft = calls;
  }

  @Override
  public MockAnswer answer(FaultyCall call) {
    if (call.exchange().api() != Api.EMEDGENE) {
      return call.usual();
    }
    List<String> tokens = EmedgeneGate.tokensOf(call.request()).map(Digest::of).distinct().toList();
    return isRefused(tokens) && call.claims()
        ? call.refusal(401, "The token has expired. Log in again.")
        : call.usual();
  }

  private synchronized boolean isRefused(List<String> tokens) {
    if (expired.isPresent()) {
      return tokens.contains(expired.get());
    }
    if (!tokens.isEmpty()) {
      callsLeft--;
      expired = callsLeft == 0 ? Optional.of(tokens.get(0)) : expired;
    }
    return false;
  }
}
