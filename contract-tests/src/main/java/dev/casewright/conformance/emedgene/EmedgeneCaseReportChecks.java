package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports come for finalized cases only. */
@Checks
class EmedgeneCaseReportChecks {

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "pdf/2", "json/1", "json/2"})
  @Verifies("EMG-REP-01")
  void reportOfAFinalizedCaseIsAnsweredWith200(String report) {
    List<String> finalized = cases.in("finalized");
    assumeTrue(!finalized.isEmpty(), "The target has no finalized case.");

    assertThat(finalized)
        .allSatisfy(name -> assertThat(reportOf(name, report).status()).isEqualTo(200));
  }

  @Test
  @Verifies(value = "EMG-REP-01", effect = Effect.CHANGE)
  void reportOfACaseThatWasJustFinalizedIsAnsweredWith200(TargetControl control) {
    EmedgeneOwnCases own = new EmedgeneOwnCases(control);
    String name = own.delivered();
    assumeTrue(EmedgeneAnswers.isSuccess(own.setStatus(name, "finalized")), "It cannot be set.");

    assertThat(reportOf(name, "pdf/1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "json/1"})
  @Verifies(value = "EMG-REP-02", effect = Effect.CREATE, probe = Probe.WRONG_STATE)
  void reportOfACaseThatIsNotFinalizedIsRefused(String report) {
    assertThat(reportsOfOpenCases(report))
        .allSatisfy(answer -> assertThat(answer).matches(EmedgeneAnswers::isError));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "json/1"})
  @Verifies(value = "EMG-REP-03", effect = Effect.CREATE, probe = Probe.WRONG_STATE)
  void refusalOfAReportOfACaseThatIsNotFinalizedIs400(String report) {
    assertThat(reportsOfOpenCases(report))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "pdf/2"})
  @Verifies("EMG-REP-04")
  void typePdfGivesAPdfFile(String report) {
    Answer answer = reportOf(cases.any("finalized"), report);

    assertThat(EmedgeneAnswers.mediaTypeOf(answer)).isEqualTo("application/pdf");
    assertThat(answer.text()).startsWith("%PDF-").containsPattern("%%EOF\\s*$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json/1", "json/2"})
  @Verifies("EMG-REP-05")
  void typeJsonGivesAnObject(String report) {
    Answer answer = reportOf(cases.any("finalized"), report);

    assertThat(EmedgeneAnswers.mediaTypeOf(answer)).isEqualTo("application/json");
    assertThat(EmedgeneAnswers.jsonOf(answer).isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-type/1", "docx/2", "PDF/1"})
  @Verifies(value = "EMG-REP-06", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void typeThatDoesNotExistIsAnsweredWith404(String report) {
    assertThat(reportOf(cases.any("finalized"), report).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/999999", "json/999999", "pdf/no-such-report", "json/0"})
  @Verifies(value = "EMG-REP-07", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void idThatDoesNotExistIsAnsweredWith404(String report) {
    assertThat(reportOf(cases.any("finalized"), report).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "json/1"})
  @Verifies("EMG-REP-08")
  void fetchingAReportAgainSucceedsLikeTheFirstTime(String report) {
    String name = cases.any("finalized");
    Answer first = reportOf(name, report);
    assumeTrue(EmedgeneAnswers.isSuccess(first), "The report is not given once.");

    for (int again = 0; again < 3; again++) {
      Answer next = reportOf(name, report);
      assertThat(next.status()).isEqualTo(first.status());
      assertThat(EmedgeneAnswers.mediaTypeOf(next)).isEqualTo(EmedgeneAnswers.mediaTypeOf(first));
      assertThat(next.body()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/1", "pdf/2"})
  @Verifies("EMG-REP-09")
  void pdfNamesItsFileLastAndWithoutQuotes(String report) {
    assertThat(reportOf(cases.any("finalized"), report).header("Content-Disposition"))
        .matches("[^=]*[; ]filename=[^\"';= ]+");
  }

  private List<Answer> reportsOfOpenCases(String report) {
    List<Answer> answers = new ArrayList<>();
    for (String status :
        List.of("delivered", "custom_status_1", "pending-sequencing", "in_progress")) {
      cases.in(status).stream().findFirst().ifPresent(name -> answers.add(reportOf(name, report)));
    }
    assumeTrue(!answers.isEmpty(), "All cases of the target are finalized.");
    return answers;
  }

  private Answer reportOf(String name, String report) {
    return target.get("/api/test/v2/" + name + "/reports/" + report);
  }
}
