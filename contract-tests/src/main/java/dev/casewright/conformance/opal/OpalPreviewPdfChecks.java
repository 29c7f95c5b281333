package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preview PDF: for reports that can be reviewed but are not approved. */
@Checks
class OpalPreviewPdfChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @Test
  @Verifies("OPAL-PREV-01")
  void reportThatIsReadyToReviewHasAPreview() {
    assertThat(preview(reports.neverApproved("READY TO REVIEW")).status()).isEqualTo(200);
  }

  @Test
  @Verifies("OPAL-PREV-02")
  void approvedReportHasNoPreview() {
    assertThat(preview(reports.withStatus("APPROVED")).status()).isEqualTo(422);
  }

  @Test
  @Verifies("OPAL-PREV-03")
  void previewIsAPdf() {
    OpalPdf.assertIsPdf(preview(reports.neverApproved("READY TO REVIEW")).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAITING", "SUBMITTED", "RUNNING"})
  @Verifies("OPAL-PREV-04")
  void reportThatIsStillProcessingHasNoPreview(String status) {
    assertThat(preview(reports.withStatus(status)).status()).isEqualTo(422);
  }

  @Test
  @Verifies("OPAL-PREV-05")
  void reportThatWaitsForItsGenomesHasNoPreview() {
    assertThat(preview(reports.withStatus("WAITING FOR SAMPLE")).status()).isEqualTo(422);
  }

  @Test
  @Verifies("OPAL-PREV-06")
  void reportThatFailedHasNoPreview() {
    assertThat(preview(reports.withStatus("FAILED")).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "READY FOR INTERPRETATION",
        "WAITING FOR APPROVAL",
        "CUSTOM_1",
        "CUSTOM_2",
        "CUSTOM_3",
        "CUSTOM_4",
        "COMPLETE"
      })
  @Verifies("OPAL-PREV-07")
  void reportInReviewHasAPreview(String status) {
    assertThat(preview(reports.withStatus(status)).status()).isEqualTo(200);
  }

  @Test
  @Verifies("OPAL-PREV-08")
  void reportThatWasOpenedAgainHasAPreview() {
    assertThat(preview(reports.reopened("READY TO REVIEW")).status()).isEqualTo(200);
  }

  private Answer preview(JsonNode report) {
    return opal.get(OpalOperation.GET_PREVIEW_PDF_REPORT.path(OpalReports.id(report)));
  }
}
