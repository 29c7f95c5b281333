package dev.casewright.conformance.compare;

import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Requirement;

/**
 * A requirement on two servers.
 *
 * @param requirement the requirement
 * @param first the verdict on the first
 * @param second the verdict on the second
 * @param firstReason why, for the first; empty if it passed
 * @param secondReason why, for the second; empty if it passed
 */
public record ComparedRequirement(
    Requirement requirement,
    Verdict first,
    Verdict second,
    String firstReason,
    String secondReason) {

  /**
   * What the two verdicts have to do with each other.
   *
   * @return the outcome
   */
  public Agreement agreement() {
    return Agreement.of(first, second);
  }
}
