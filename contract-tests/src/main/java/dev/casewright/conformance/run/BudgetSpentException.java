package dev.casewright.conformance.run;

import org.opentest4j.TestAbortedException;

/** The run may send no further request: the check is not made. */
final class BudgetSpentException extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  BudgetSpentException(int most) {
    super("The " + most + " requests of the run are spent (--max-requests).");
  }
}
