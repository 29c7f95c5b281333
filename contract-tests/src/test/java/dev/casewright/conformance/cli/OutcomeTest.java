package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  private static final List<Requirement> REQUIREMENTS =
      RequirementRegister.of(Api.OPAL).requirements();

  @ParameterizedTest
  @CsvSource({"PASS", "WARN"})
  void whatPassesOrWarnsBesideWhatIsSkippedIsSuccess(Verdict verdict) {
    assertThat(Outcome.of(run(Optional.empty(), verdict, Verdict.SKIP), Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL, REQUIREMENT_FAILED",
    "NOT_RUN, INCOMPLETE",
    "ERROR, OWN_ERROR",
  })
  void everyOtherVerdictHasItsCode(Verdict verdict, ExitCode code) {
    assertThat(Outcome.of(run(Optional.empty(), Verdict.PASS, verdict), Set.of()))
        .containsExactly(code);
  }

  @Test
  void knownFailureIsForgiven() {
    assertThat(Outcome.of(run(Optional.empty(), Verdict.FAIL), Set.of(REQUIREMENTS.get(0).id())))
        .isEmpty();
  }

  @Test
  void runThatChecksNothingIsIncomplete() {
    assertThat(Outcome.of(run(Optional.empty(), Verdict.SKIP), Set.of()))
        .containsExactly(ExitCode.INCOMPLETE);
  }

  @Test
  void runThatSaysSoIsIncomplete() {
    assertThat(Outcome.of(run(Optional.of("It was stopped."), Verdict.PASS), Set.of()))
        .containsExactly(ExitCode.INCOMPLETE);
  }

  private static RunResult run(Optional<String> incomplete, Verdict... verdicts) {
    List<RequirementResult> results = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Requirement requirement = REQUIREMENTS.get(results.size());
      results.add(new RequirementResult(requirement, verdict, "", List.of()));
    }
    return new RunResult(Instant.EPOCH, Instant.EPOCH, 1, results, incomplete);
  }
}
