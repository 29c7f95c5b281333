package dev.casewright.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.mockserver.ProofServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some servers and some checks; all of them are looked at with the tag {@code full}. */
class FewServersTest {

  private static final Set<String> FEW =
      Set.of(
          "OpalTextFilterChecks.accessionIsFoundByItsStartMiddleAndEnd",
          "OpalReportChecks.reportIsTheOneThatWasAskedFor",
          "OpalReportChecks.reportHasTheFieldsThatAllSamplesShare",
          "OpalReportChecks.typeOfOneReportIsClinicalReport");

  @AutoClose static final Bench BENCH = new Bench(ProofServer.start());

  @Test
  void wrongServersFailInWaysOfTheirOwn() {
    Finding prefixes = WrongServer.PREFIX_FILTERS.findingOn(BENCH, FewServersTest::isOfFew);
    Finding swapped = WrongServer.SWAPPED_REPORTS.findingOn(BENCH, FewServersTest::isOfFew);

    assertThat(List.of(prefixes, swapped)).allMatch(Finding::isRed);
    assertThat(prefixes.verdicts()).isNotEqualTo(swapped.verdicts());
  }

  @ParameterizedTest
  @EnumSource(names = {"MORE", "WRITTEN_OTHERWISE"})
  void rightServersPass(RightServer right) {
    Finding finding = right.findingOn(BENCH, FewServersTest::isOfFew);

    assertThat(finding.failures()).isEmpty();
    assertThat(finding.those(Verdict.PASS)).isNotEmpty();
  }

  /** What is red would be red for the way that it is looked at, else. */
  @Test
  void serverThatChangesNothingIsNotRed() {
    assertThat(findingOf((request, behind) -> Optional.of(behind.send(request))).isRed()).isFalse();
  }

  /** What passes would pass for the way that it is looked at, else. */
  @Test
  void serverThatLeavesOutAFieldIsRed() {
    Twist without =
        Twist.ofAnswers(
            answer -> Answers.withObjects(answer, object -> object.without("accession_id")));

    assertThat(findingOf(without).failures()).isNotEmpty();
  }

  private static Finding findingOf(Twist twist) {
    return Finding.of(
        "A SERVER", "It is new.", twist, Duration.ofSeconds(10), BENCH, FewServersTest::isOfFew);
  }

  private static boolean isOfFew(Check check) {
    return FEW.contains(check.name());
  }
}
