package dev.casewright.conformance.cli;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdicts of a run in a few lines. */
final class VerdictLines {

  private VerdictLines() {}

  static void print(RunResult run, PrintWriter out) {
    run.requirements().stream()
        .filter(result -> result.verdict() != Verdict.PASS)
        .forEach(
            result ->
                out.println(
                    result.verdict()
                        + "  "
                        + result.requirement().id()
                        + "  "
                        + result.requirement().sentence()
                        + (result.reason().isEmpty() ? "" : " (" + result.reason() + ")")));
    out.println(
        Stream.of(Verdict.values())
            .map(verdict -> verdict + " " + count(run, verdict))
            .collect(Collectors.joining(", ", "", ", requests " + run.requests())));
  }

  private static long count(RunResult run, Verdict verdict) {
    return run.requirements().stream()
        .map(RequirementResult::verdict)
        .filter(each -> each == verdict)
        .count();
  }
}
