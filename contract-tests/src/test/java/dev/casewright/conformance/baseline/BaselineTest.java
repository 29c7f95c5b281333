package dev.casewright.conformance.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.result.Verdict;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2031, 3, 4);
  private static final String PDF = "OPAL-PDF-02";
  private static final Set<String> REGISTERED = Set.of(PDF, "OPAL-LIST-01");

  private static Baseline known(String verdict, String more) {
    return Baseline.parse(
        "known_failures:\n  - requirement: OPAL-PDF-02\n    verdict: "
            + verdict
            + "\n    reason: \"Reported: it's #17.\"\n"
            + more);
  }

  private static Judgement judged(Baseline baseline, Verdict verdict) {
    return baseline.judge(RunResults.of(Map.of(PDF, verdict)), REGISTERED, TODAY);
  }

  @Test
  void aKnownFailureIsForgiven() {
    Judgement judgement = judged(known("fail", ""), Verdict.FAIL);
    assertThat(judgement.forgiven()).containsExactly(PDF);
    assertThat(judgement.isStale()).isFalse();
  }

  @Test
  void anotherFailureIsNotForgiven() {
    assertThat(
            known("fail", "")
                .judge(RunResults.of(Map.of("OPAL-LIST-01", Verdict.FAIL)), REGISTERED, TODAY)
                .forgiven())
        .isEmpty();
  }

  @Test
  void aFailureIsNotForgivenWhereOnlyAWarningIsKnown() {
    assertThat(judged(known("warn", ""), Verdict.FAIL).forgiven()).isEmpty();
  }

  @Test
  void anErrorOfTheSuiteIsNotForgiven() {
    assertThat(judged(known("fail", ""), Verdict.ERROR).forgiven()).isEmpty();
  }

  @Test
  void theEntryOfWhatPassesIsStale() {
    assertThat(judged(known("fail", ""), Verdict.PASS).stale())
        .extracting(StaleEntry::reason)
        .containsExactly("OPAL-PDF-02 passes: take the entry out.");
  }

  @Test
  void theEntryOfWhatOnlyWarnsIsStale() {
    assertThat(judged(known("fail", ""), Verdict.WARN).isStale()).isTrue();
  }

  @Test
  void theEntryOfARequirementThatIsGoneIsStale() {
    assertThat(
            known("fail", "").judge(RunResults.of(Map.of()), Set.of("OPAL-LIST-01"), TODAY).stale())
        .extracting(StaleEntry::reason)
        .containsExactly("There is no requirement OPAL-PDF-02 any more: take the entry out.");
  }

  @Test
  void theEntryOfWhatIsOutOfScopeStays() {
    assertThat(known("fail", "").judge(RunResults.of(Map.of()), REGISTERED, TODAY).isStale())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"SKIP", "NOT_RUN"})
  void theEntryOfWhatWasNotTriedStays(Verdict verdict) {
    assertThat(judged(known("fail", ""), verdict).isStale()).isFalse();
  }

  @Test
  void aFailureIsForgivenOnTheLastDay() {
    assertThat(judged(known("fail", "    until: 2031-03-04\n"), Verdict.FAIL).forgiven())
        .containsExactly(PDF);
  }

  @Test
  void anExpiredEntryForgivesNothingAndIsStale() {
    Judgement judgement = judged(known("fail", "    until: 2031-03-03\n"), Verdict.FAIL);
    assertThat(judgement.forgiven()).isEmpty();
    assertThat(judgement.isStale()).isTrue();
  }

  @Test
  void anUpdateKeepsReasonsAndDaysOfWhatStillFails() {
    Baseline baseline = known("fail", "    until: 2031-03-04\n");
    String next = baseline.updated(RunResults.of(Map.of(PDF, Verdict.FAIL)));
    assertThat(Baseline.parse(next).entries()).isEqualTo(baseline.entries());
  }

  @Test
  void anUpdateTakesOutWhatPasses() {
    assertThat(known("fail", "").updated(RunResults.of(Map.of(PDF, Verdict.PASS))))
        .isEqualTo("known_failures: []\n");
  }

  @Test
  void aNewEntryHasToBeGivenAReasonByAPersonBeforeItCanBeUsed() {
    String draft = Baseline.empty().updated(RunResults.of(Map.of(PDF, Verdict.FAIL)));
    assertThatThrownBy(() -> Baseline.parse(draft))
        .isInstanceOf(InvalidBaselineException.class)
        .hasMessage("Baseline, line 2: OPAL-PDF-02 has no reason: write why its failure is known.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "known_failures: [{verdict: fail}] | line 1: the entry names no requirement",
        "{} | line 1: the only key of the file is known_failures",
        "[] | line 1: the file is a mapping",
        "known_failures: {} | line 1: the file is a mapping",
        "known_failures: [A] | line 1: an entry has requirement",
        "known_failures: [{requirement: A, verdict: bad, reason: r}] | A must be fail or warn",
        "known_failures: [{requirement: A, verdict: fail, reason: r, x: 1}] | A has a key",
        "known_failures: [{requirement: A, verdict: fail, reason: r, until: 1.2.}] | until of A",
        "'known_failures: [{requirement: A, requirement: B}]' | without repeated keys",
      })
  void whatBreaksARuleIsNamedWithItsLine(String yaml, String message) {
    assertThatThrownBy(() -> Baseline.parse(yaml)).hasMessageContaining(message);
  }

  @Test
  void anEntryThatStandsTwiceIsNamedWithItsLine() {
    String entry = "  - {requirement: A, verdict: fail, reason: r}\n";
    assertThatThrownBy(() -> Baseline.parse("known_failures:\n" + entry + entry))
        .hasMessage("Baseline, line 3: A stands there twice.");
  }
}
