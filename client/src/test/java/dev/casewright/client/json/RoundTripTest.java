package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CasePerson;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.model.PatientDict;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportList;
import dev.casewright.client.opal.model.ReportStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  private final ObjectMapper mapper = WireJson.newMapper();

  /** Knows nothing of ours, so that both sides of a comparison are read alike. */
  private final ObjectMapper plain = new ObjectMapper();

  @Test
  void theListSampleOfTheVendorsPageIsWrittenBackEqual() throws Exception {
    String sample = Samples.read("opal-list-sample.json");

    ReportList list = mapper.readValue(sample, ReportList.class);

    assertThat(plain.readTree(mapper.writeValueAsString(list))).isEqualTo(plain.readTree(sample));
    Report report = list.objects().get(0);
    assertThat(report.id()).isEqualTo(1202);
    assertThat(report.createdOn()).isEqualTo(LocalDateTime.of(2014, 12, 2, 0, 12, 10));
    assertThat(report.status()).isEqualTo(ReportStatus.READY_TO_REVIEW);
    assertThat(report.reportApprovedDate()).isEmpty();
    assertThat(report.patientDict().flatMap(PatientDict::lastName)).contains("Doe");
  }

  @Test
  void theSingleSampleOfTheVendorsPageIsWrittenBackEqual() throws Exception {
    String sample = Samples.read("opal-report-sample.json");

    Report report = mapper.readValue(sample, Report.class);

    assertThat(plain.readTree(mapper.writeValueAsString(report))).isEqualTo(plain.readTree(sample));
    assertThat(report.filterName()).contains("None");
    assertThat(report.additionalFields()).isEmpty();
  }

  @Test
  void absentNullAndEmptyAreThreeThings() throws Exception {
    String absent = caseWith("");
    String isNull =
        caseWith(", \"labels\": null, \"notes\": null, \"signer\": null, \"quality\": null");
    String empty = caseWith(", \"labels\": [], \"notes\": \"\", \"signer\": {}, \"quality\": {}");

    for (String json : List.of(absent, isNull, empty)) {
      CaseDetail detail = mapper.readValue(json, CaseDetail.class);
      assertThat(plain.readTree(mapper.writeValueAsString(detail))).isEqualTo(plain.readTree(json));
      assertThat(plain.readTree(mapper.writeValueAsString(detail.toBuilder().build())))
          .isEqualTo(plain.readTree(json));
    }
    assertThat(mapper.readValue(absent, CaseDetail.class).nullFields()).isEmpty();
    assertThat(mapper.readValue(isNull, CaseDetail.class).nullFields())
        .containsExactlyInAnyOrder("labels", "notes", "signer", "quality");
    assertThat(mapper.readValue(isNull, CaseDetail.class).quality()).isEmpty();
    assertThat(mapper.readValue(empty, CaseDetail.class).labels()).contains(List.of());
  }

  @Test
  void unknownFieldsAndUnknownValuesSurvive() throws Exception {
    String json =
        caseWith(
                ", \"type\": \"Methylome\", \"new_field\": {\"deep\": [1, 2.50, null]}, \"other\": null")
            .replace("finalized", "custom_status_77");

    CaseDetail detail = mapper.readValue(json, CaseDetail.class);

    assertThat(plain.readTree(mapper.writeValueAsString(detail))).isEqualTo(plain.readTree(json));
    assertThat(detail.status()).isEqualTo(CaseStatus.of("custom_status_77"));
    assertThat(detail.status().isKnown()).isFalse();
    assertThat(detail.additionalFields()).containsOnlyKeys("new_field", "other");
  }

  @Test
  void numbersKeepTheirDigits() throws Exception {
    for (String penetrance : List.of("100", "100.0", "0.10", "12345678901234567890.123456789")) {
      String json = caseWith(", \"disease_penetrance\": " + penetrance + ", \"x\": " + penetrance);

      String written = mapper.writeValueAsString(mapper.readValue(json, CaseDetail.class));

      assertThat(written).contains("\"disease_penetrance\":" + penetrance);
      assertThat(written).contains("\"x\":" + penetrance);
    }
  }

  @Test
  void openMapsAndListsOfAnythingKeepTheirNulls() throws Exception {
    String json =
        caseWith(
            ", \"group_participants\": {\"a\": null, \"b\": [null, 1.0]}, \"diseases\": [null, {}, \"x\"],"
                + " \"phenotypes\": [{\"_id\": \"a\", \"id\": \"b\", \"synonym\": [null, \"c\"]}]");

    CaseDetail detail = mapper.readValue(json, CaseDetail.class);

    assertThat(plain.readTree(mapper.writeValueAsString(detail))).isEqualTo(plain.readTree(json));
  }

  @Test
  void whatIsReadOutOfAnOpenPartCannotChangeIt() throws Exception {
    CaseDetail detail =
        mapper.readValue(
            caseWith(", \"quality\": {}, \"diseases\": [{}], \"group_participants\": {\"a\": {}}"),
            CaseDetail.class);

    ((ObjectNode) detail.quality().orElseThrow()).put("x", 1);
    ((ObjectNode) detail.diseases().orElseThrow().get(0)).put("x", 1);
    ((ObjectNode) detail.groupParticipants().orElseThrow().get("a")).put("x", 1);

    assertThat(mapper.writeValueAsString(detail)).doesNotContain("x");
  }

  @Test
  void changingOneFieldErasesNoOther() throws Exception {
    Report before = mapper.readValue(Samples.read("opal-report-sample.json"), Report.class);

    Report after = before.toBuilder().accessionId("CW-1").build();

    ObjectNode expected = mapper.valueToTree(before);
    expected.put("accession_id", "CW-1");
    assertThat(mapper.<JsonNode>valueToTree(after)).isEqualTo(expected);
    assertThat(before.accessionId()).isEqualTo("FLCMRCG479Y");
  }

  @Test
  void whatWasNotSetIsNotSent() throws Exception {
    NewCaseData data =
        NewCaseData.builder()
            .patients(
                NewPatients.builder()
                    .proband(NewPerson.builder().id("proband").mother(null).build())
                    .build())
            .dueDate(LocalDate.of(2031, 3, 4))
            .samples(List.of())
            .build();

    assertThat(plain.readTree(mapper.writeValueAsString(data)))
        .isEqualTo(
            plain.readTree(
                """
                {"due_date": "2031-03-04", "patients": {"proband": {"id": "proband", "mother": null}},
                 "samples": []}"""));
  }

  @Test
  void aMissingRequiredPropertyIsNamedWithoutAnyValue() {
    assertThatThrownBy(() -> Report.builder().id(1L).accessionId(Samples.CANARY).build())
        .isInstanceOf(MissingPropertyException.class)
        .hasMessageContaining("Report")
        .hasMessageContaining("workspace_id")
        .hasMessageNotContaining(Samples.CANARY);
  }

  @Test
  void valuesAreImmutable() throws Exception {
    List<Report> rows = new ArrayList<>();
    JsonNode tree = plain.readTree("{\"a\": [1]}");
    ReportList list = ReportList.builder().objects(rows).additionalField("more", tree).build();
    rows.add(null);
    ((ObjectNode) tree).put("a", 2);
    ((ObjectNode) list.additionalFields().get("more")).put("a", 3);

    assertThat(list.objects()).isEmpty();
    assertThat(list.additionalFields().get("more")).isEqualTo(plain.readTree("{\"a\": [1]}"));
    assertThatThrownBy(() -> list.objects().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aFieldOfTheContractCannotBePutInAsAnUnknownOne() {
    assertThatThrownBy(() -> Report.builder().additionalField("status", TextNode.valueOf("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("status");
  }

  @Test
  void equalObjectsAreEqual() throws Exception {
    Report one = mapper.readValue(Samples.read("opal-report-sample.json"), Report.class);
    Report other = mapper.readValue(Samples.read("opal-report-sample.json"), Report.class);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(other.toBuilder().version(2).build());
    assertThat(ReportStatus.of("APPROVED")).isEqualTo(ReportStatus.APPROVED);
  }

  @Test
  void timesOfEmedgeneAreReadAndWrittenExactly() throws Exception {
    String json =
        caseWith(", \"created\": \"Tue, 04 Mar 2031 09:15:00 GMT\", \"due_date\": \"2031-03-04\"");

    CaseDetail detail = mapper.readValue(json, CaseDetail.class);

    assertThat(detail.created()).contains(Instant.parse("2031-03-04T09:15:00Z"));
    assertThat(detail.dueDate()).contains(LocalDate.of(2031, 3, 4));
    assertThat(plain.readTree(mapper.writeValueAsString(detail))).isEqualTo(plain.readTree(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "UTC"})
  void aDayOfBirthIsTheSameDayWhereverTheProgramRuns(String zone) throws Exception {
    // A midnight that did not exist in Sao Paulo.
    String json = "{\"date_of_birth\": \"2017-10-15\"}";
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      CasePerson person = WireJson.newMapper().readValue(json, CasePerson.class);

      assertThat(person.dateOfBirth()).contains(LocalDate.of(2017, 10, 15));
      assertThat(WireJson.newMapper().writeValueAsString(person)).contains("\"2017-10-15\"");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"1\"}",
        "{\"id\": 1.5}",
        "{\"notes\": 5}",
        "{\"notes\": true}",
        "{\"labels\": {}}",
        "{\"boostGenes\": \"true\"}",
        "{\"boostGenes\": 1}",
        "{\"status\": 5}",
        "{\"creator\": \"\"}",
        "{\"created\": 0}",
        "{\"created\": \"2031-03-04T09:15:00Z\"}",
        "{\"due_date\": \"2031-03-04T00:00:00\"}",
        "{\"id\": 1, \"id\": 2}"
      })
  void aValueOfAnotherTypeIsRefusedAndNotBent(String part) {
    String json = "{\"name\": \"EMG000000001\", \"status\": \"finalized\", " + part.substring(1);

    assertThatThrownBy(() -> mapper.readValue(json, CaseDetail.class)).isNotNull();
  }

  private static String caseWith(String more) {
    return "{\"name\": \"EMG000000001\", \"status\": \"finalized\"" + more + "}";
  }
}
