package dev.casewright.conformance.result;

/** What came of one check. */
public enum CheckOutcome {
  /** What it verifies is kept. */
  PASSED,
  /** What it verifies is broken. */
  FAILED,
  /** It could not be made, for a reason that the target or the settings of the run give. */
  SKIPPED,
  /** The run ended before it was made. */
  NOT_RUN,
  /** The suite itself failed. */
  ERROR
}
