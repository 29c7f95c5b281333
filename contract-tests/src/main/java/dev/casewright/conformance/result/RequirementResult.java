package dev.casewright.conformance.result;

import dev.casewright.openapi.Requirement;
import java.util.List;

/**
 * What came of one requirement.
 *
 * @param requirement the requirement
 * @param verdict the verdict
 * @param reason why, masked, in one line; empty if it passed
 * @param checks its checks, in the order of their names
 */
public record RequirementResult(
    Requirement requirement, Verdict verdict, String reason, List<CheckResult> checks) {

  /** Keeps a copy of the list. */
  public RequirementResult {
    checks = List.copyOf(checks);
  }
}
