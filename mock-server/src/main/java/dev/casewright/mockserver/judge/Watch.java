package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.MockAnswer;

/** Watches the clients of one space for one rule. Called by one thread at a time. */
interface Watch {

  /** Looks at a request before it is answered; true if it breaks the rule. */
  boolean breaks(Visit visit);

  /** Looks at the answer before it goes out. */
  default void answered(Visit visit, MockAnswer answer) {}
}
