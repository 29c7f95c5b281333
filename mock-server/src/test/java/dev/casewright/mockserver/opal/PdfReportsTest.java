package dev.casewright.mockserver.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfReportsTest {

  static final List<String> STATUSES =
      Contract.of(Api.OPAL)
          .at("/components/schemas/ReportStatus/x-extensible-enum")
          .valueStream()
          .map(status -> status.asText())
          .toList();

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @ParameterizedTest
  @CsvSource({
    "APPROVED, 200, 422",
    "WAITING FOR SAMPLE, 422, 422",
    "WAITING, 422, 422",
    "SUBMITTED, 422, 422",
    "RUNNING, 422, 422",
    "FAILED, 422, 422",
    "READY TO REVIEW, 422, 200",
    "READY FOR INTERPRETATION, 422, 200",
    "WAITING FOR APPROVAL, 422, 200",
    "CUSTOM_1, 422, 200",
    "CUSTOM_2, 422, 200",
    "CUSTOM_3, 422, 200",
    "CUSTOM_4, 422, 200",
    "COMPLETE, 422, 200"
  })
  void theStatusDecidesWhichPdfThereIs(String status, int finalPdf, int preview) {
    for (long id : MOCK.space().reportIds(status)) {
      assertThat(MOCK.opal("/reports/" + id + "/pdf_report").status()).isEqualTo(finalPdf);
      assertThat(MOCK.opal("/reports/" + id + "/pdf_preview").status()).isEqualTo(preview);
    }
    assertThat(MOCK.space().reportIds(status)).isNotEmpty();
  }

  @Test
  void theTableHasEveryStatusOfTheContract() {
    assertThat(STATUSES).hasSize(14);
  }

  @Test
  void aReportThatWasOpenedAgainHasAPreviewDespiteItsDateOfApproval() {
    long id =
        MOCK.space().reportIds("READY TO REVIEW").stream()
            .filter(this::wasApproved)
            .findFirst()
            .orElseThrow();

    assertThat(MOCK.opal("/reports/" + id + "/pdf_report").status()).isEqualTo(422);
    assertThat(MOCK.opal("/reports/" + id + "/pdf_preview").status()).isEqualTo(200);
  }

  @Test
  void theFinalPdfIsAPdfThatNamesTheReport() throws IOException {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    String accession = MOCK.opal("/reports/" + id).json().path("accession_id").asText();

    Answer answer = MOCK.opal("/reports/" + id + "/pdf_report");

    assertThat(answer.header("Content-Type")).contains("application/pdf");
    assertThat(answer.header("Content-Disposition"))
        .contains("attachment; filename=clinical_report_" + id + ".pdf");
    assertThat(text(answer)).contains(String.valueOf(id), accession).doesNotContain("PREVIEW");
  }

  @Test
  void thePreviewSaysSo() throws IOException {
    long id = MOCK.space().reportIds("READY TO REVIEW").get(0);

    Answer answer = MOCK.opal("/reports/" + id + "/pdf_preview");

    assertThat(text(answer)).contains("PREVIEW", String.valueOf(id));
    assertThat(answer.header("Content-Disposition").orElse("")).doesNotContain("\"");
  }

  @Test
  void oneReportGivesTheSameBytesEveryTime() {
    long id = MOCK.space().reportIds("APPROVED").get(0);

    assertThat(MOCK.opal("/reports/" + id + "/pdf_report").body())
        .isEqualTo(MOCK.opal("/reports/" + id + "/pdf_report").body());
  }

  @Test
  void aRefusalSaysWhy() {
    long id = MOCK.space().reportIds("RUNNING").get(0);

    assertThat(MOCK.opal("/reports/" + id + "/pdf_preview").json().path("description").asText())
        .contains("still processing");
  }

  private boolean wasApproved(long id) {
    return !MOCK.opal("/reports/" + id).json().path("report_approved_date").isNull();
  }

  static String text(Answer answer) throws IOException {
    assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    try (PdfReader reader = new PdfReader(answer.body())) {
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }
}
