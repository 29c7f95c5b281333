package dev.casewright.conformance.cli;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** What a run says as an exit code. */
final class Outcome {

  private Outcome() {}

  /**
   * All that apply.
   *
   * @param run what came of the run
   * @param known the ids of requirements whose failure is known
   */
  static Set<ExitCode> of(RunResult run, Set<String> known) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    run.requirements().forEach(each -> add(each, known, codes));
    boolean anyVerdict =
        run.requirements().stream()
            .map(RequirementResult::verdict)
            .anyMatch(verdict -> verdict != Verdict.SKIP && verdict != Verdict.NOT_RUN);
    if (run.incomplete().isPresent() || !anyVerdict) {
      codes.add(ExitCode.INCOMPLETE);
    }
    return codes;
  }

  private static void add(RequirementResult result, Set<String> known, Set<ExitCode> codes) {
    switch (result.verdict()) {
      case ERROR -> codes.add(ExitCode.OWN_ERROR);
      case FAIL -> {
        if (!known.contains(result.requirement().id())) {
          codes.add(ExitCode.REQUIREMENT_FAILED);
        }
      }
      case NOT_RUN -> {
        if (result.requirement().reasonUntestable().isEmpty()) {
          codes.add(ExitCode.INCOMPLETE);
        }
      }
      case PASS, WARN, SKIP -> {
        // Good enough to end with success.
      }
    }
  }
}
