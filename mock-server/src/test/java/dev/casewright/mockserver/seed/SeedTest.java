package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void aLaboratoryHasSixtyReportsAndTwentyFiveCases() {
    assertThat(MOCK.space().reportIds()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(MOCK.space().caseNames()).hasSizeGreaterThanOrEqualTo(25);
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
  void everyOtherStatusHasAReportThatWasNeverApproved(String status) {
    assertThat(MOCK.space().reportIds(status))
        .anyMatch(id -> report(id).path("report_approved_date").isNull());
  }

  @Test
  void everyApprovedReportHasItsDate() {
    assertThat(MOCK.space().reportIds("APPROVED"))
        .isNotEmpty()
        .allMatch(id -> report(id).path("report_approved_date").isTextual());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pending-sequencing",
        "uploading",
        "in_progress",
        "delivered",
        "custom_status_1",
        "finalized",
        "move_to_trash"
      })
  void everyStatusHasACase(String status) {
    assertThat(MOCK.space().caseNames(status)).isNotEmpty();
  }

  @Test
  void everyReportIsServedByEveryOperationWithinItsContract() {
    for (long id : MOCK.space().reportIds()) {
      for (String suffix : new String[] {"", "?extended=True", "/pdf_report", "/pdf_preview"}) {
        assertThat(MOCK.opal("/reports/" + id + suffix).status()).isIn(200, 422);
      }
    }
    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void everyCaseIsServedByEveryOperationWithinItsContract() {
    for (String name : MOCK.space().caseNames()) {
      for (String path :
          new String[] {
            "/api/test/" + name,
            "/api/test/" + name + "/info",
            "/api/candidates/" + name,
            "/api/test/v2/" + name + "/reports/json/1",
            "/api/test/v2/" + name + "/reports/pdf/2"
          }) {
        assertThat(MOCK.emedgene(path).status()).isIn(200, 400, 404);
      }
    }
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void allButTheTrashCanBeRead() {
    List<String> trash = MOCK.space().caseNames("move_to_trash");

    for (String name : MOCK.space().caseNames()) {
      assertThat(MOCK.emedgene("/api/test/" + name).status())
          .isEqualTo(trash.contains(name) ? 404 : 200);
    }
  }

  @Test
  void everyCaseHasTheFortyEightKeys() {
    for (JsonNode detail : readableCases()) {
      assertThat(detail.size()).isEqualTo(48);
    }
  }

  @Test
  void aCaseThatIsFoundInOpalTooHasTheSamePatient() {
    int compared = 0;
    for (JsonNode detail : readableCases()) {
      String sample = detail.at("/patients/proband/fastq_sample").asText();
      Answer found = MOCK.opal("/reports?genome_name=" + sample.replace("%", "%25"));
      if (sample.isEmpty() || found.json().path("objects").isEmpty()) {
        continue;
      }
      JsonNode patient = found.json().at("/objects/0/patient_dict");
      String born =
          "%d-%02d-%02d"
              .formatted(
                  patient.path("dob_year").asInt(),
                  patient.path("dob_month").asInt(),
                  patient.path("dob_day").asInt());
      assertThat(detail.at("/patients/proband/gender")).isEqualTo(patient.path("sex"));
      assertThat(detail.at("/patients/proband/date_of_birth").asText()).isEqualTo(born);
      assertThat(detail.path("indication_for_testing"))
          .isEqualTo(patient.path("indication_for_testing"));
      compared++;
    }
    assertThat(compared).isGreaterThan(10);
  }

  @Test
  void theSamplesOfAFamilyAreSamplesOfTheCase() {
    for (JsonNode detail : readableCases()) {
      List<String> samples =
          detail
              .path("samples")
              .valueStream()
              .map(sample -> sample.path("fastq").asText())
              .toList();
      for (String member : new String[] {"proband", "mother", "father"}) {
        String sample = detail.at("/patients/" + member + "/fastq_sample").asText();
        assertThat(sample.isEmpty() || samples.contains(sample)).isTrue();
      }
    }
  }

  @Test
  void aZygosityIsToldOnlyOfPersonsWithASample() {
    for (JsonNode detail : readableCases()) {
      JsonNode variants =
          MOCK.emedgene("/api/candidates/" + detail.path("name").asText()).json().path("variants");
      for (JsonNode variant : variants) {
        for (String member : new String[] {"mother", "father"}) {
          boolean hasSample = !detail.at("/patients/" + member + "/samples").isEmpty();
          assertThat(hasSample || variant.path(member + "_zygosity").asText().equals("na"))
              .isTrue();
        }
        assertThat(variant.has("variant_details")).isFalse();
      }
    }
  }

  @Test
  void thereAreATrioANegativeCaseAndAnIncidentalFinding() {
    assertThat(readableCases())
        .anyMatch(
            detail ->
                detail.at("/patients/mother").isObject()
                    && detail.at("/patients/father").isObject())
        .anyMatch(detail -> !detail.at("/patients/other").isEmpty())
        .anyMatch(
            detail ->
                detail.path("status").asText().equals("finalized")
                    && candidates(detail).path("variants").isEmpty())
        .anyMatch(
            detail ->
                candidates(detail)
                    .path("variants")
                    .valueStream()
                    .anyMatch(v -> v.at("/tag/value").asText().equals("incidental")));
    assertThat(MOCK.space().reportIds("FAILED")).isNotEmpty();
  }

  @Test
  void aSpaceStartsTheSameEveryTime() {
    List<Long> before = MOCK.space().reportIds();
    JsonNode report = report(before.get(0));
    MOCK.space().setReportStatus(before.get(0), "FAILED");

    MOCK.space().reset();

    assertThat(MOCK.space().reportIds()).isEqualTo(before);
    assertThat(report(before.get(0))).isEqualTo(report);
  }

  private static JsonNode candidates(JsonNode detail) {
    return MOCK.emedgene("/api/candidates/" + detail.path("name").asText()).json();
  }

  private static JsonNode report(long id) {
    return MOCK.opal("/reports/" + id).json();
  }

  private static List<JsonNode> readableCases() {
    List<String> names = new ArrayList<>(MOCK.space().caseNames());
    names.removeAll(MOCK.space().caseNames("move_to_trash"));
    return names.stream().map(MOCK::caseDetail).toList();
  }
}
