package dev.casewright.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final Requirement PDF =
      RequirementRegister.of(Api.OPAL).find("OPAL-PDF-02").orElseThrow();

  private static RunResult run(Verdict verdict) {
    return new RunResult(
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        List.of(
            new RequirementResult(
                PDF, verdict, verdict == Verdict.PASS ? "" : "Because.", List.of())),
        Optional.empty());
  }

  private static RunResult nothing() {
    return new RunResult(Instant.EPOCH, Instant.EPOCH, 0, List.of(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, BOTH_PASS",
    "FAIL, FAIL, BOTH_FAIL",
    "WARN, WARN, BOTH_FAIL",
    "PASS, FAIL, DISAGREE",
    "WARN, PASS, DISAGREE",
    "PASS, SKIP, ONLY_FIRST",
    "ERROR, FAIL, ONLY_SECOND",
    "SKIP, NOT_RUN, NEITHER"
  })
  void twoVerdictsHaveOneOutcome(Verdict first, Verdict second, Agreement outcome) {
    assertThat(Comparison.of(run(first), run(second)).requirements())
        .extracting(ComparedRequirement::agreement)
        .containsExactly(outcome);
  }

  @Test
  void whatWasInTheScopeOfOneRunOnlyIsToldToo() {
    assertThat(Comparison.of(nothing(), run(Verdict.PASS)).requirements())
        .extracting(ComparedRequirement::agreement)
        .containsExactly(Agreement.ONLY_SECOND);
  }

  @Test
  void theTableLeavesOutWhereBothPass() {
    assertThat(Comparison.of(run(Verdict.PASS), run(Verdict.PASS)).markdown())
        .contains("- both pass: 1\n")
        .doesNotContain("OPAL-PDF-02");
  }

  @Test
  void theTableHasBothVerdicts() {
    assertThat(Comparison.of(run(Verdict.PASS), run(Verdict.FAIL)).markdown())
        .contains("| OPAL-PDF-02 | pass | fail | disagree |");
  }

  @Test
  void theJsonHasBothVerdictsAndReasons() {
    assertThat(
            Comparison.of(run(Verdict.PASS), run(Verdict.FAIL))
                .json()
                .at("/requirements/0")
                .toString())
        .isEqualTo(
            "{\"id\":\"OPAL-PDF-02\",\"first\":\"pass\",\"second\":\"fail\","
                + "\"outcome\":\"disagree\",\"second_reason\":\"Because.\"}");
  }

  @Test
  void aServerThatBreaksARequirementDisagreesWithOneThatKeepsItThereAndNowhereElse() {
    try (MockServer right = MockServer.builder().plainHttpPort(0).start();
        MockServer wrong = MockServer.builder().plainHttpPort(0).deviate("OPAL-PDF-03").start();
        Suite suite = new Suite(Clock.systemUTC())) {
      Comparison comparison =
          Comparison.run(suite, settings(right), settings(wrong), exchange -> {}, exchange -> {});
      assertThat(comparison.requirements()).hasSizeGreaterThan(1);
      assertThat(comparison.disagreements())
          .extracting(each -> each.requirement().id())
          .containsExactly("OPAL-PDF-03");
    }
  }

  private static RunSettings settings(MockServer mock) {
    URI plain = mock.plainHttpUrl().orElseThrow();
    return new RunSettings(
        Optional.of(
            new ApiAddress(
                plain,
                mock.httpUrl(),
                new User(mock.credentials().opalLogin(), mock.credentials().password()),
                Optional.empty())),
        Optional.empty(),
        Optional.of(new MockAccess(plain, Optional.empty())),
        mock.sslContext(),
        Effect.READ,
        Set.of(),
        check -> check.requirements().stream().anyMatch(each -> each.id().startsWith("OPAL-PDF-")),
        false,
        10_000,
        Optional.empty(),
        Duration.ofSeconds(10),
        1);
  }
}
