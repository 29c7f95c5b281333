package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** A call on its way through a fault that is armed for its operation. */
record FaultyCall(
    Exchange exchange,
    Operation operation,
    ArmedFault armed,
    Clock clock,
    Tokens tokens,
    Chance chance,
    Function<MockRequest, MockAnswer> rest) {

  MockRequest request() {
    return exchange.request();
  }

  /**
   * Digests of the tokens that the API finds good in this call, in the order in which it reads
   * them; none if it reads none.
   */
  List<String> goodTokens() {
    if (exchange.api() != Api.EMEDGENE || operation.securitySchemes().isEmpty()) {
      return List.of();
    }
    return EmedgeneGate.tokensOf(request())
        .filter(token -> tokens.check(token).caller().isPresent())
        .map(Digest::of)
        .toList();
  }

  /** Takes one of the calls that the fault is armed for; false if this one is to be spared. */
  boolean claims() {
    return armed.claim();
  }

  MockAnswer usual() {
    return rest.apply(request());
  }

  MockAnswer refusal(int status, String text) {
    return ErrorShape.of(exchange.api()).error(status, text);
  }

  /** What faults leave to chance. */
  interface Chance {

    /** A number of a normal distribution around 0 with the deviation 1. */
    double gaussian();
  }
}
