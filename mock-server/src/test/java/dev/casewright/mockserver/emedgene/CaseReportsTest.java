package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReportsTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void thePdfOfAFinalizedCaseNamesIt() throws IOException {
    String name = MOCK.space().caseNames("finalized").get(0);

    Answer answer = report(name, "pdf/1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/pdf");
    assertThat(answer.header("Content-Disposition"))
        .contains("attachment; filename=" + name + "-1.pdf");
    try (PdfReader reader = new PdfReader(answer.body())) {
      assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).contains(name, "CFTR");
    }
    assertThat(report(name, "pdf/1").body()).isEqualTo(answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json/1", "json/2"})
  void theJsonReportIsAnObject(String report) {
    String name = MOCK.space().caseNames("finalized").get(0);

    Answer answer = report(name, report);

    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.json().at("/test/name").asText()).isEqualTo(name);
    assertThat(answer.json().at("/report_data/most_likely_variants")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "custom_status_1", "in_progress", "uploading"})
  void aCaseThatIsNotFinalizedHasNoReport(String status) {
    String name = MOCK.space().caseNames(status).get(0);

    assertThat(report(name, "pdf/1").status()).isEqualTo(400);
    assertThat(report(name, "no-such-type/9").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf/3", "pdf/x", "html/1", "PDF/1"})
  void anUnknownReportIsNotFound(String report) {
    String name = MOCK.space().caseNames("finalized").get(0);

    assertThat(report(name, report).status()).isEqualTo(404);
  }

  @Test
  void anUnknownCaseIsNotFound() {
    assertThat(report("EMG999999999", "pdf/1").status()).isEqualTo(404);
  }

  @Test
  void theDocumentationLiesBehindTheLogin() {
    Answer page = MOCK.emedgene("/api/apidoc/swagger/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(MOCK.send("GET", "/api/apidoc/swagger", "", Map.of()).status()).isEqualTo(401);
  }

  private static Answer report(String name, String typeAndId) {
    return MOCK.emedgene("/api/test/v2/" + name + "/reports/" + typeAndId);
  }
}
