package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The final PDF: for approved reports and for no others. */
@Checks
class OpalFinalPdfChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @Test
  @Verifies("OPAL-PDF-01")
  void approvedReportHasAFinalPdf() {
    assertThat(finalPdf(reports.withStatus("APPROVED")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WAITING FOR SAMPLE",
        "WAITING",
        "SUBMITTED",
        "RUNNING",
        "READY TO REVIEW",
        "READY FOR INTERPRETATION",
        "CUSTOM_1",
        "CUSTOM_2",
        "CUSTOM_3",
        "CUSTOM_4",
        "COMPLETE",
        "WAITING FOR APPROVAL",
        "FAILED"
      })
  @Verifies("OPAL-PDF-02")
  void reportThatIsNotApprovedHasNoFinalPdf(String status) {
    assertThat(finalPdf(reports.neverApproved(status)).status()).isEqualTo(422);
  }

  @Test
  @Verifies("OPAL-PDF-03")
  void finalPdfIsAPdf() {
    OpalPdf.assertIsPdf(finalPdf(reports.withStatus("APPROVED")).body());
  }

  @Test
  @Verifies("OPAL-PDF-04")
  void reportThatWasOpenedAgainHasNoFinalPdf() {
    List<JsonNode> openedAgain =
        reports.all().stream()
            .filter(OpalReports::wasApproved)
            .filter(report -> !OpalReports.status(report).equals("APPROVED"))
            .toList();

    assumeTrue(!openedAgain.isEmpty(), "No report was opened again.");
    assertThat(openedAgain)
        .allSatisfy(report -> assertThat(finalPdf(report).status()).isEqualTo(422));
  }

  private Answer finalPdf(JsonNode report) {
    return opal.get(OpalOperation.GET_FINAL_PDF_REPORT.path(OpalReports.id(report)));
  }
}
