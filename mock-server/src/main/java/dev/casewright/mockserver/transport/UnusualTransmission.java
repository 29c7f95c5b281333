package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.Optional;

/**
 * Takes an answer past WireMock, which sends answers at once and whole only: thrown where the
 * answer is made, caught before WireMock.
 */
final class UnusualTransmission extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient MockAnswer answer;

  UnusualTransmission(MockAnswer answer) {
    super("An answer goes out past WireMock.", null, false, false);
    this.answer = answer;
  }

  static Optional<MockAnswer> in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnusualTransmission unusual) {
        return Optional.of(unusual.answer);
      }
    }
    return Optional.empty();
  }
}
