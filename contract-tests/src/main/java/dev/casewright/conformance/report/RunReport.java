package dev.casewright.conformance.report;

import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that the reports of a run tell.
 *
 * @param facts what the run rests on
 * @param result what came of it
 * @param sections further parts; empty if there are none
 * @param canaries what no report may hold
 */
public record RunReport(
    RunFacts facts, RunResult result, List<Section> sections, Canaries canaries) {

  /** Keeps a copy of the list. */
  public RunReport {
    sections = List.copyOf(sections);
  }

  /**
   * How many requirements have each verdict.
   *
   * @return numbers by verdict, zero included
   */
  public Map<Verdict, Integer> counts() {
    return counts(result.requirements());
  }

  static Map<Verdict, Integer> counts(List<RequirementResult> requirements) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    Stream.of(Verdict.values()).forEach(verdict -> counts.put(verdict, 0));
    requirements.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
    return counts;
  }

  /** The requirements of one API, in the order of its register. */
  List<RequirementResult> of(Api api) {
    return result.requirements().stream()
        .filter(each -> each.requirement().id().startsWith(api.requirementPrefix()))
        .toList();
  }

  /** The requirements with a verdict, in the order of the registers. */
  List<RequirementResult> with(Verdict verdict) {
    return result.requirements().stream().filter(each -> each.verdict() == verdict).toList();
  }
}
