package dev.casewright.mockserver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that rests on our own reading says so. */
class EvidenceTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void aReportRestsOnTheVendorsSampleAndSaysNothing() {
    Answer report = MOCK.opal("/reports/" + MOCK.space().reportIds().get(0));

    assertThat(report.status()).isEqualTo(200);
    assertThat(evidence(report)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/reports | 200 | inferred; requirements=OPAL-LIST-01",
        "/reports?limit=1 | 200 | inferred; requirements=OPAL-LIST-01",
        "/reports/?limit=1 | 200 | inferred; requirements=OPAL-LIST-01,OPAL-PATH-01",
        "/reports?page=2 | 200 | inferred; requirements=OPAL-LIST-01,OPAL-PATH-02",
        "/reports?offset=0 | 200 | inferred; requirements=OPAL-LIST-01,OPAL-PAGE-07",
        "/reports?offset=9999 | 200 | inferred; requirements=OPAL-LIST-01,OPAL-PAGE-08",
        "/reports?accession_id=1 | 200 | inferred; requirements=OPAL-LIST-01",
        "/reports?accession_id=CW | 200 | unknown; requirements=OPAL-FIND-13,OPAL-LIST-01",
        "/reports?accession_id=1_ | 200 | inferred; requirements=OPAL-FIND-11,OPAL-LIST-01",
        "/reports?genome_id=9999999 | 200 | inferred; requirements=OPAL-FIND-09,OPAL-LIST-01",
        "/reports?order_by=run_date | 200 | unknown; requirements=OPAL-LIST-01,OPAL-ORD-03,OPAL-ORD-06",
        "/reports?limit=0 | 422 | inferred; requirements=OPAL-ERR-05",
        "/reports?order_by=x | 422 | inferred; requirements=OPAL-ERR-06",
        "/reports?limit=x | 400 | inferred; requirements=OPAL-ERR-04",
        "/reports?accession_id= | 422 | inferred",
        "/reports/999999999 | 404 | inferred; requirements=OPAL-ID-02",
        "/reports/x | 400 | inferred; requirements=OPAL-ERR-04",
        "/nothing | 404 | unknown",
        "/api/nothing | 404 | inferred; requirements=EMG-ERR-03"
      })
  void theRequirementsThatMatterForThisAnswerAreNamed(String path, int status, String expected) {
    Answer answer = MOCK.opal(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(evidence(answer)).isEqualTo(expected);
  }

  @Test
  void anExtendedReportHasPlaceholders() {
    String report = "/reports/" + MOCK.space().reportIds().get(0);

    assertThat(evidence(MOCK.opal(report + "?extended=True")))
        .isEqualTo("unknown; requirements=OPAL-EXT-02,OPAL-EXT-04,OPAL-EXT-05");
    assertThat(evidence(MOCK.opal(report + "?extended=False")))
        .isEqualTo("inferred; requirements=OPAL-EXT-03");
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, OPAL-PDF-05",
    "FAILED, 'OPAL-PDF-05,OPAL-PREV-06'",
    "COMPLETE, 'OPAL-FILE-03,OPAL-PREV-07'"
  })
  void whatAStatusMeansForAPreviewIsPartlyOurs(String status, String ids) {
    long report = MOCK.space().reportIds().get(0);
    MOCK.space().setReportStatus(report, status);

    assertThat(evidence(MOCK.opal("/reports/" + report + "/pdf_preview")))
        .isEqualTo("inferred; requirements=" + ids);
  }

  @Test
  void eachRefusalOfCredentialsNamesItsOwnReasons() {
    Answer missing = MOCK.send("GET", "/reports", "", Map.of());
    Answer bare = MOCK.send("GET", "/reports", "", Map.of("Authorization", "ABCDEF"));
    Answer expired =
        MOCK.send(
            "GET",
            "/api/test",
            "",
            Map.of("Authorization", "Bearer " + MOCK.space().expiredEmedgeneToken()));

    assertThat(evidence(missing)).isEqualTo("inferred; requirements=OPAL-AUTH-02,OPAL-AUTH-03");
    assertThat(evidence(bare)).isEqualTo("inferred; requirements=OPAL-AUTH-07");
    assertThat(evidence(expired)).isEqualTo("inferred; requirements=EMG-AUTH-13");
  }

  @Test
  void aReportOfAnotherWorkspaceIsForbiddenByOurReading() {
    long foreign = MOCK.server().space("evidence-foreign").reportIds().get(0);

    assertThat(evidence(MOCK.opal("/reports/" + foreign)))
        .isEqualTo("inferred; requirements=OPAL-AUTH-08");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/test?status=no_such | | inferred; requirements=EMG-LIST-02,EMG-LIST-03,EMG-LIST-12",
        "GET | /api/test?from_status_change_date=2031-01-01T00:00:00Z | |"
            + " inferred; requirements=EMG-LIST-02,EMG-LIST-03,EMG-LIST-08",
        "GET | /api/sample/?query=CW | | unknown; requirements=EMG-SAMP-06,EMG-SAMP-08",
        "GET | /api/sample/?query=1&exact_match=true | | inferred; requirements=EMG-SAMP-05",
        "GET | /api/test/EMG999999999 | | inferred; requirements=EMG-ERR-04,EMG-ERR-05",
        "POST | /api/cases/v2/cases | {} | inferred; requirements=EMG-CASE-18",
        "POST | /api/cases/v2/cases | { | inferred; requirements=EMG-BODY-04",
        "PUT | /api/test/EMG999999999 | {} | inferred; requirements=EMG-STAT-15"
      })
  void answersOfEmedgeneNameTheirOwn(String method, String path, String body, String expected) {
    assertThat(evidence(MOCK.emedgene(method, path, body == null ? "" : body))).isEqualTo(expected);
  }

  @Test
  void aNewCaseGoesOnByOurReading() {
    Answer created = MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson());

    assertThat(evidence(created)).isEqualTo("inferred; requirements=EMG-CASE-07");
  }

  @ParameterizedTest
  @CsvSource({
    "/reports, 'inferred; requirements=OPAL-TLS-03,OPAL-TLS-04'",
    "/api/test, 'unknown; requirements=EMG-TLS-01,EMG-TLS-02,EMG-TLS-03'"
  })
  void aRedirectTellsHowSurelyItIsKnown(String path, String expected) {
    Answer redirect = MOCK.send(MOCK.server().httpUrl(), "GET", path, "", Map.of());

    assertThat(redirect.status()).isEqualTo(302);
    assertThat(evidence(redirect)).isEqualTo(expected);
  }

  @Test
  void aTurnedSwitchIsOurReading() {
    MOCK.space().switches().set("created-status-field", "status");

    assertThat(evidence(MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson())))
        .startsWith("inferred; ");
  }

  @Test
  void everyRequirementThatTheCodeNamesStandsInARegister() throws IOException {
    Pattern id = Pattern.compile("\"((?:OPAL|EMG)-[A-Z]+-\\d{2})\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Set<String> named =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(EvidenceTest::text)
              .flatMap(text -> id.matcher(text).results().map(MatchResult.class::cast))
              .map(match -> match.group(1))
              .collect(Collectors.toSet());

      assertThat(named).isNotEmpty().isSubsetOf(registered());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPAL-PATH-01", "EMG-SAMP-08", "OPAL-PAGE-08"})
  void conditionsAreAboutRequirements(String id) {
    assertThat(Conditions.ids()).contains(id);
    assertThat(registered()).containsAll(Conditions.ids());
  }

  private static Set<String> registered() {
    return Arrays.stream(Api.values())
        .flatMap(api -> RequirementRegister.of(api).requirements().stream())
        .map(Requirement::id)
        .collect(Collectors.toSet());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String evidence(Answer answer) {
    return answer.header("X-Mock-Evidence").orElse("");
  }
}
