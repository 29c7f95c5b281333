package dev.casewright.conformance.run;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a verdict of what the checks of a requirement found. The worst counts, so that no success
 * hides a failure.
 */
final class Verdicts {

  private Verdicts() {}

  static RequirementResult of(Requirement requirement, List<CheckResult> all, boolean strict) {
    List<CheckResult> checks =
        all.stream()
            .filter(check -> check.requirements().contains(requirement.id()))
            .sorted(Comparator.comparing(CheckResult::check).thenComparing(CheckResult::variant))
            .toList();
    Optional<CheckResult> error = first(checks, CheckOutcome.ERROR);
    if (error.isPresent()) {
      return result(requirement, Verdict.ERROR, error.get(), checks);
    }
    Optional<CheckResult> failure = first(checks, CheckOutcome.FAILED);
    if (failure.isPresent()) {
      Verdict verdict =
          requirement.evidence().isOurReading() && !strict ? Verdict.WARN : Verdict.FAIL;
      return result(requirement, verdict, failure.get(), checks);
    }
    Optional<CheckResult> notRun = first(checks, CheckOutcome.NOT_RUN);
    if (notRun.isPresent()) {
      return result(requirement, Verdict.NOT_RUN, notRun.get(), checks);
    }
    if (checks.isEmpty()) {
      String reason = requirement.reasonUntestable().orElse("No check was made.");
      return new RequirementResult(requirement, Verdict.NOT_RUN, reason, checks);
    }
    Optional<CheckResult> skipped = first(checks, CheckOutcome.SKIPPED);
    boolean passed = first(checks, CheckOutcome.PASSED).isPresent();
    return passed
        ? new RequirementResult(requirement, Verdict.PASS, "", checks)
        : result(requirement, Verdict.SKIP, skipped.orElseThrow(), checks);
  }

  private static RequirementResult result(
      Requirement requirement, Verdict verdict, CheckResult because, List<CheckResult> checks) {
    return new RequirementResult(requirement, verdict, because.reason(), checks);
  }

  private static Optional<CheckResult> first(List<CheckResult> checks, CheckOutcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).findFirst();
  }
}
