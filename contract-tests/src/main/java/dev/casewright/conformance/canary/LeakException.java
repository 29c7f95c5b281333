package dev.casewright.conformance.canary;

/** A report holds what no report may hold: a fault of this suite. The message does not quote it. */
public final class LeakException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  LeakException(String name, String kind) {
    super(
        "A canary "
            + kind
            + " stands in "
            + name
            + ": the masking of this suite is broken, and no report is written. Do not pass on what"
            + " this run has written elsewhere, and report the fault with the version of the suite.");
  }
}
