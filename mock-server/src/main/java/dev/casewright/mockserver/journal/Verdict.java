package dev.casewright.mockserver.journal;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Transmission;
import dev.casewright.mockserver.route.Exchange;
import java.util.Locale;

/** What became of a request, in a word. */
public enum Verdict {
  /** It was granted. */
  SERVED,
  /** It fits the contract and was refused, for its credentials or for the state of things. */
  REFUSED,
  /** It breaks the contract and was refused for that. */
  BREAKS_CONTRACT,
  /** No operation has its path and method. */
  NO_OPERATION,
  /** A fault made the answer, or kept it from arriving whole. */
  MADE_BY_FAULT,
  /** It came without TLS and was sent to the port with TLS. */
  REDIRECTED,
  /** The answer was a server error that no fault made. */
  SERVER_ERROR;

  private static final int CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  static Verdict on(Exchange exchange, MockAnswer answer) {
    if (answer.trace().isMadeByFault()
        || answer.transmission().ending() != Transmission.Ending.WHOLE) {
      return MADE_BY_FAULT;
    }
    if (exchange.request().entrance() == Entrance.REDIRECT) {
      return REDIRECTED;
    }
    if (answer.status() < CLIENT_ERROR) {
      return SERVED;
    }
    if (answer.trace().isInvalid()) {
      return BREAKS_CONTRACT;
    }
    if (answer.status() >= FIRST_SERVER_ERROR && !answer.trace().isRefused()) {
      return SERVER_ERROR;
    }
    return exchange.operation().isEmpty() ? NO_OPERATION : REFUSED;
  }

  /**
   * The word as it stands in the admin API, such as {@code breaks-contract}.
   *
   * @return lower-case letters and hyphens
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
