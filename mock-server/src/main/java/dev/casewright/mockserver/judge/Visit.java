package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Transmission;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A request of a client; at the redirecting port too it has the operation that it was meant for.
 */
record Visit(Api api, Optional<Operation> operation, MockRequest request, Clock clock) {

  Instant now() {
    return clock.instant();
  }

  String operationId() {
    return operation.map(Operation::id).orElse("");
  }

  /** Whether the client gets to see an answer. */
  static boolean arrives(MockAnswer answer) {
    return answer.transmission().ending() != Transmission.Ending.DROPPED;
  }
}
