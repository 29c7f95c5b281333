package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pack {@code large}, in a size that a test can walk through. */
class LargePackTest {

  private static final int REPORTS = 400;
  private static final int CASES = 80;

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.seedPack("large:7:" + REPORTS + ":" + CASES));

  @Test
  void itHasAsManyReportsAndCasesAsWereAskedFor() {
    assertThat(MOCK.space().reportIds()).hasSize(REPORTS).doesNotHaveDuplicates().isSorted();
    assertThat(MOCK.space().caseNames()).hasSize(CASES).doesNotHaveDuplicates();
  }

  @Test
  void everyReportIsServedByEveryOperationWithinItsContract() {
    for (long id : MOCK.space().reportIds().subList(REPORTS - 60, REPORTS)) {
      for (String suffix : new String[] {"", "?extended=True", "/pdf_report", "/pdf_preview"}) {
        assertThat(MOCK.opal("/reports/" + id + suffix).status()).isIn(200, 422);
      }
    }
    assertThat(MOCK.opal("/reports").json().path("objects")).hasSize(REPORTS);
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void everyCaseIsServedByEveryOperationWithinItsContract() {
    for (String name : MOCK.space().caseNames()) {
      for (String path :
          new String[] {
            "/api/test/" + name, "/api/test/" + name + "/info", "/api/candidates/" + name
          }) {
        assertThat(MOCK.emedgene(path).status()).isIn(200, 404);
      }
    }
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void theSameSeedGivesTheSamePackAndAnotherSeedAnother() {
    List<Long> ids = MOCK.space().reportIds();
    JsonNode here = MOCK.opal("/reports/" + ids.get(5)).json();

    assertThat(patientOf("large:7:400:80")).isEqualTo(here.path("patient_dict"));
    assertThat(patientOf("large:8:400:80")).isNotEqualTo(here.path("patient_dict"));
  }

  @Test
  void aPatientOfACaseIsThePatientOfAReport() {
    int compared = 0;
    for (String name : MOCK.space().caseNames("finalized").subList(0, 20)) {
      JsonNode detail = MOCK.caseDetail(name);
      String sample = detail.at("/patients/proband/fastq_sample").asText();
      JsonNode found = MOCK.opal("/reports?genome_name=" + sample).json().path("objects");
      assertThat(found).hasSize(1);
      JsonNode patient = found.path(0).path("patient_dict");
      assertThat(patient.path("sex")).isEqualTo(detail.at("/patients/proband/gender"));
      assertThat(detail.at("/patients/proband/date_of_birth").asText())
          .startsWith(patient.path("dob_year").asText());
      assertThat(patient.path("indication_for_testing"))
          .isEqualTo(detail.path("indication_for_testing"));
      compared++;
    }
    assertThat(compared).isEqualTo(20);
  }

  @Test
  void aChangeIsSeenByListAndReportAndUndoneByAReset() {
    long id = MOCK.space().reportIds("APPROVED").get(3);
    int before = MOCK.space().reportIds("CUSTOM_1").size();

    MOCK.space().setReportStatus(id, "CUSTOM_1");

    assertThat(MOCK.opal("/reports/" + id).json().path("status").asText()).isEqualTo("CUSTOM_1");
    assertThat(MOCK.space().reportIds("CUSTOM_1")).hasSize(before + 1).contains(id);
    assertThat(MOCK.space().reportIds()).hasSize(REPORTS);
    MOCK.space().reset();
    assertThat(MOCK.space().reportIds("CUSTOM_1")).hasSize(before);
  }

  @Test
  void aNewCaseGetsIdsOfItsOwnAndStandsLast() {
    String name = MOCK.createCase();

    assertThat(MOCK.space().caseNames()).hasSize(CASES + 1).endsWith(name);
    JsonNode detail = MOCK.caseDetail(name);
    assertThat(detail.path("id").asLong()).isEqualTo(1_000_101 + CASES);
    assertThat(detail.at("/samples/0/id").asLong()).isEqualTo(4001 + CASES * 8);
  }

  @Test
  void aSampleIsFoundByTheWholeOfItsNameAndByAPart() {
    String name = MOCK.space().caseNames("finalized").get(0);
    String sample = MOCK.caseDetail(name).at("/patients/proband/fastq_sample").asText();

    Answer found = MOCK.emedgene("/api/sample/?exact_match=true&query=" + sample);

    assertThat(found.json().at("/hits/0/note").asText()).isEqualTo(name);
    assertThat(found.json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void spacesHaveReportsOfTheirOwn() {
    MockSpace other = MOCK.server().space("apart");

    assertThat(other.reportIds())
        .hasSize(REPORTS)
        .doesNotContainAnyElementsOf(MOCK.space().reportIds());
    assertThat(MOCK.opal("/reports/" + other.reportIds().get(0)).status()).isEqualTo(403);
  }

  private static JsonNode patientOf(String pack) {
    try (MockServer other = MockServer.builder().seedPack(pack).plainHttpPort(0).start()) {
      long id = other.space(MOCK.space().name()).reportIds().get(5);
      return MOCK.send(
              other.plainHttpUrl().orElseThrow(),
              "GET",
              "/reports/" + id,
              "",
              Map.of(
                  "Authorization",
                  RunningMock.basic(other.space(MOCK.space().name()).credentials())))
          .json()
          .path("patient_dict");
    }
  }
}
