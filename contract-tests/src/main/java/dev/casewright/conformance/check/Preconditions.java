package dev.casewright.conformance.check;

import org.junit.jupiter.api.Assumptions;

/** What a check needs of its target. */
public final class Preconditions {

  private Preconditions() {}

  /**
   * Ends the check as skipped if the target lacks what it needs.
   *
   * @param condition whether it has that
   * @param otherwise the reason why the check is skipped, in a sentence of our own
   */
  public static void assumeTrue(boolean condition, String otherwise) {
    if (!condition) {
      Assumptions.abort(otherwise);
    }
  }
}
