package dev.casewright.conformance.baseline;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.RequirementRegister;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs that nobody made. */
final class RunResults {

  private RunResults() {}

  static RunResult of(Map<String, Verdict> verdicts) {
    RequirementRegister register = RequirementRegister.of(Api.OPAL);
    List<RequirementResult> results =
        new TreeMap<>(verdicts)
            .entrySet().stream()
                .map(
                    each ->
                        new RequirementResult(
                            register.find(each.getKey()).orElseThrow(),
                            each.getValue(),
                            "",
                            List.of()))
                .toList();
    return new RunResult(Instant.EPOCH, Instant.EPOCH, 0, results, Optional.empty());
  }
}
