package dev.casewright.conformance.report;

import dev.casewright.conformance.result.Verdict;
import java.util.List;
import java.util.Map;

/** What came of a run, in one line. */
final class Headline {

  /** The verdicts that are not green, in the order in which they deserve to be looked at. */
  static final List<Verdict> WORST_FIRST =
      List.of(Verdict.ERROR, Verdict.FAIL, Verdict.NOT_RUN, Verdict.WARN, Verdict.SKIP);

  private Headline() {}

  static String of(RunReport report) {
    Map<Verdict, Integer> counts = report.counts();
    if (counts.get(Verdict.ERROR) > 0) {
      return "The suite itself failed";
    }
    if (counts.get(Verdict.FAIL) > 0) {
      return counts.get(Verdict.FAIL) + " of " + all(report) + " requirements failed";
    }
    if (counts.get(Verdict.NOT_RUN) > 0 || report.result().incomplete().isPresent()) {
      return "The run is incomplete";
    }
    if (counts.get(Verdict.PASS) + counts.get(Verdict.WARN) == 0) {
      return "Nothing was checked";
    }
    return "No requirement failed, " + counts.get(Verdict.SKIP) + " of " + all(report) + " skipped";
  }

  private static int all(RunReport report) {
    return report.result().requirements().size();
  }

  static String title(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "Passed";
      case FAIL -> "Failed";
      case WARN -> "Warnings";
      case SKIP -> "Skipped";
      case NOT_RUN -> "Not run";
      case ERROR -> "Errors of the suite";
    };
  }
}
