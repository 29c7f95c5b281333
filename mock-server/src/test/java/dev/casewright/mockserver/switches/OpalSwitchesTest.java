package dev.casewright.mockserver.switches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each switch of Opal changes. That nothing changes without it, other tests say. */
class OpalSwitchesTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @AfterEach
  void noAnswerBreaksTheContractElsewhere() {
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void theListIsABareArray() {
    turn("opal-list-shape", "array");

    JsonNode list = MOCK.opal("/reports?limit=2").json();

    assertThat(list.isArray()).isTrue();
    assertThat(list.valueStream().map(report -> report.has("accession_id")))
        .containsExactly(true, true);
  }

  @Test
  void theListIsAnObjectInAnArray() {
    turn("opal-list-shape", "array-around-object");

    JsonNode list = MOCK.opal("/reports?limit=2").json();

    assertThat(list.size()).isEqualTo(1);
    assertThat(list.at("/0/objects").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid-value-status, 400, /reports?limit=0, 400",
    "invalid-value-status, 404, /reports?limit=0, 404",
    "invalid-value-status, 422, /reports?limit=x, 422",
    "invalid-value-status, 422, /reports/x, 422",
    "invalid-value-status, 400, /reports/999999999, 404",
    "invalid-value-status, 404, /reports?order_by=x, 404",
    "unknown-report-status, 400, /reports/999999999, 400",
    "unknown-report-status, 422, /reports/0, 422",
    "unknown-report-status, 422, /reports/x, 400",
    "offset-zero, refused, /reports?offset=0, 422",
    "offset-zero, refused, /reports?offset=1, 200",
    "offset-zero, refused, /reports?offset=0&limit=x, 400",
    "empty-text-filter, ignored, /reports?accession_id=, 200",
    "empty-text-filter, ignored, /reports?accession_id=&limit=x, 400",
    "unknown-genome-filter, 404, /reports?genome_id=9999999, 404",
    "unknown-genome-filter, 422, /reports?genome_id=9999999, 422",
    "combined-filters, refused, /reports?accession_id=CW&genome_name=CW, 422",
    "combined-filters, refused, /reports?accession_id=CW&limit=1, 200"
  })
  void aRefusalHasTheStatusThatItIsTurnedTo(String name, String value, String path, int status) {
    turn(name, value);

    Answer answer = MOCK.opal(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(status == 200 || answer.json().path("description").isTextual()).isTrue();
  }

  @Test
  void switchesWorkTogether() {
    turn("offset-zero", "refused");
    turn("invalid-value-status", "400");

    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(400);
  }

  @Test
  void aRefusalOfCredentialsWith403HasNoChallenge() {
    turn("opal-credentials-status", "403");

    Answer answer =
        MOCK.send(
            "GET",
            "/reports",
            "",
            Map.of(
                "Authorization",
                RunningMock.basic(MOCK.space().credentials().opalLogin(), "wrong")));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void aReportOfAnotherWorkspaceIsUnknown() {
    long foreign = MOCK.server().space("switches-foreign").reportIds().get(0);
    turn("foreign-report-status", "404");

    assertThat(MOCK.opal("/reports/" + foreign).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"ignored, true", "finds-nothing, false"})
  void anEmptyTextFilterFindsAllOrNothing(String value, boolean found) {
    turn("empty-text-filter", value);

    int size = MOCK.opal("/reports?accession_id=&genome_name=").json().path("objects").size();

    assertThat(size).isEqualTo(found ? MOCK.space().reportIds().size() : 0);
  }

  @Test
  void aKnownGenomeIsNotRefusedWhenOtherFiltersLeaveNothing() {
    turn("unknown-genome-filter", "404");
    long genome = MOCK.space().genome(MOCK.space().reportIds("APPROVED").get(0)).orElseThrow().id();

    assertThat(MOCK.opal("/reports?genome_id=" + genome + "&accession_id=~none~").status())
        .isEqualTo(200);
  }

  @Test
  void searchesMindNoCase() {
    turn("substring-case", "insensitive");

    List<String> lower = accessions("?accession_id=cw");

    assertThat(lower).isNotEmpty().isEqualTo(accessions("?accession_id=CW"));
  }

  @Test
  void theOrderDescends() {
    turn("order-direction", "descending");

    List<String> dates =
        objects("?order_by=run_date").stream()
            .map(report -> report.path("created_on").asText())
            .toList();

    assertThat(dates).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void completeFindsAllThatWasProcessed() {
    turn("complete-filter", "all-processed");

    List<String> found =
        objects("?report_status=COMPLETE").stream()
            .map(report -> report.path("status").asText())
            .toList();

    assertThat(found)
        .contains("APPROVED", "READY TO REVIEW", "COMPLETE")
        .doesNotContain("RUNNING", "WAITING", "FAILED");
  }

  @Test
  void theDateOfApprovalDecidesThePdf() {
    long report = MOCK.space().reportIds("APPROVED").get(0);
    MOCK.space().setReportStatus(report, "READY TO REVIEW");
    turn("approved-by", "report-approved-date");

    assertThat(MOCK.opal("/reports/" + report + "/pdf_report").status()).isEqualTo(200);
    assertThat(MOCK.opal("/reports/" + report + "/pdf_preview").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "True, true", "False, false"})
  void anySpellingOfTrueExtends(String spelling, boolean extended) {
    turn("extended-spelling", "any-case");
    long report = MOCK.space().reportIds().get(0);

    assertThat(MOCK.opal("/reports/" + report + "?extended=" + spelling).json().has("variants"))
        .isEqualTo(extended);
  }

  @Test
  void timesNameTheirOffset() {
    long report = MOCK.space().reportIds().get(0);
    String before = MOCK.opal("/reports/" + report).json().path("created_on").asText();
    turn("opal-times", "pst-offset");

    JsonNode after = MOCK.opal("/reports/" + report).json();

    assertThat(after.path("created_on").asText()).isEqualTo(before + "-08:00");
  }

  @Test
  void theNameOfAPdfStandsInQuotes() {
    long report = MOCK.space().reportIds("APPROVED").get(0);
    turn("file-name-quoting", "quoted");

    assertThat(MOCK.opal("/reports/" + report + "/pdf_report").header("Content-Disposition"))
        .contains("attachment; filename=\"clinical_report_" + report + ".pdf\"");
  }

  @Test
  void thereIsNothingWithoutTls() {
    turn("plain-http", "not-found-404");

    Answer answer =
        MOCK.send(
            MOCK.server().httpUrl(),
            "GET",
            "/reports",
            "",
            Map.of("Authorization", RunningMock.basic(MOCK.space().credentials())));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Location")).isEmpty();
  }

  private static void turn(String name, String value) {
    MOCK.space().switches().set(name, value);
  }

  private static List<String> accessions(String query) {
    return objects(query).stream().map(report -> report.path("accession_id").asText()).toList();
  }

  private static List<JsonNode> objects(String query) {
    return MOCK.opal("/reports" + query).json().path("objects").valueStream().toList();
  }
}
