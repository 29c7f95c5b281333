package dev.casewright.contracttests.consumer;

import static dev.casewright.contracttests.consumer.OpalPacts.REFUSAL;
import static dev.casewright.contracttests.consumer.OpalPacts.client;
import static dev.casewright.contracttests.consumer.OpalPacts.opal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.dsl.Matchers;
import dev.casewright.client.download.Download;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.StateConflictException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our Opal client needs of the two operations that give PDFs. */
@Tag("consumer")
class OpalPdfPactTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void finalPdfOfAnApprovedReportIsDownloadedUnderTheServersName() {
    pdf("the final PDF of an approved report", "APPROVED", "pdf_report")
        .verifies(
            "getFinalPdfReport", "OPAL-PDF-01", "OPAL-FILE-01", "OPAL-FILE-02", "OPAL-FILE-03")
        .whenCalled(
            url -> {
              ByteArrayOutputStream target = new ByteArrayOutputStream();
              Download receipt = client(url).downloadFinalPdf(OpalSeed.REPORT, target);
              assertThat(receipt.fileName()).contains("report.pdf");
              assertThat(target.toByteArray()).isEqualTo(PDF);
            });
  }

  @Test
  void previewOfAReportThatIsReadyToReviewIsDownloaded() {
    pdf("the preview PDF of a report that is ready to review", "READY TO REVIEW", "pdf_preview")
        .verifies("getPreviewPdfReport", "OPAL-PREV-01")
        .whenCalled(
            url -> {
              ByteArrayOutputStream target = new ByteArrayOutputStream();
              client(url).downloadPreviewPdf(OpalSeed.REPORT, target);
              assertThat(target.toByteArray()).isEqualTo(PDF);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "READY TO REVIEW, OPAL-PDF-02",
    "WAITING FOR APPROVAL, OPAL-PDF-02",
    "RUNNING, OPAL-PDF-02",
    "WAITING FOR SAMPLE, OPAL-PDF-02",
    "FAILED, OPAL-PDF-02"
  })
  void finalPdfOfAReportThatIsNotApprovedIsAConflict(String status, String requirement) {
    refusal("the final PDF of a report that is " + status, status, "pdf_report")
        .verifies("getFinalPdfReport", requirement, "OPAL-PDF-05")
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .downloadFinalPdf(OpalSeed.REPORT, new ByteArrayOutputStream()))
                    .isInstanceOfSatisfying(
                        StateConflictException.class,
                        conflict -> assertThat(conflict.serverMessage()).isPresent()));
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, OPAL-PREV-02",
    "WAITING, OPAL-PREV-04",
    "SUBMITTED, OPAL-PREV-04",
    "RUNNING, OPAL-PREV-04",
    "WAITING FOR SAMPLE, OPAL-PREV-05",
    "FAILED, OPAL-PREV-06"
  })
  void previewOfAReportThatHasNoneIsAConflict(String status, String requirement) {
    refusal("the preview PDF of a report that is " + status, status, "pdf_preview")
        .verifies("getPreviewPdfReport", requirement, "OPAL-PDF-05")
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () ->
                            client(url)
                                .downloadPreviewPdf(OpalSeed.REPORT, new ByteArrayOutputStream()))
                    .isInstanceOf(StateConflictException.class));
  }

  @Test
  void pdfsOfAnUnknownReportAreNotFound() {
    opal("the final PDF of a report that does not exist")
        .verifies("getFinalPdfReport", "OPAL-ID-01", "OPAL-ID-02")
        .receives("GET", "/reports/999999/pdf_report")
        .answers(404)
        .answerJson(REFUSAL)
        .whenCalled(
            url ->
                assertThatThrownBy(
                        () -> client(url).downloadFinalPdf(999999, new ByteArrayOutputStream()))
                    .isInstanceOf(NotFoundException.class));
  }

  private static ConsumerPact pdf(String description, String status, String operation) {
    return opal(description, OpalSeed.REPORT, status)
        .receives("GET", "/reports/" + OpalSeed.REPORT + "/" + operation)
        .answers(200)
        .answerHeader(
            "Content-Disposition",
            Matchers.regexp(".*filename=[^\"]+", "attachment; filename=report.pdf"))
        .answerPdf(PDF);
  }

  private static ConsumerPact refusal(String description, String status, String operation) {
    return opal(description, OpalSeed.REPORT, status)
        .receives("GET", "/reports/" + OpalSeed.REPORT + "/" + operation)
        .answers(422)
        .answerJson(REFUSAL);
  }
}
