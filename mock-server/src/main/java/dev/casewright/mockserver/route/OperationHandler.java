package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.MockAnswer;

/** Answers the calls of one operation. Must be safe to be called by many threads at once. */
@FunctionalInterface
public interface OperationHandler {

  /**
   * Answers a call that fits the contract.
   *
   * @param call the call
   * @return the answer
   * @throws dev.casewright.mockserver.exchange.Refusal if the state does not allow what is asked
   */
  MockAnswer handle(Call call);
}
