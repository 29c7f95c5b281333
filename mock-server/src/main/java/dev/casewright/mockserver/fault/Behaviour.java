package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.exchange.MockAnswer;

/** What a fault does. Must be safe to be called by many threads at once. */
@FunctionalInterface
interface Behaviour {

  /** Answers a call; it spoils what it may spoil only after {@link FaultyCall#claims} said so. */
  MockAnswer answer(FaultyCall call);
}
