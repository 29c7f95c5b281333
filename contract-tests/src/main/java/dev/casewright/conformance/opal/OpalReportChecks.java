package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report object, alone and in the list. */
@Checks
class OpalReportChecks {

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?extended=True"})
  @Verifies("OPAL-REP-01")
  void oneReportStandsBareInItsAnswer(String query) {
    assertThat(reports.ofEveryKind())
        .map(report -> opal.get("/reports/" + OpalReports.id(report) + query).json())
        .allSatisfy(
            answer -> {
              assertThat(answer.isObject()).isTrue();
              assertThat(OpalFields.of(answer))
                  .containsAnyElementsOf(OpalFields.OF_EVERY_SAMPLE)
                  .doesNotContain("clinical_report", "objects");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?extended=True"})
  @Verifies("OPAL-REP-02")
  void reportIsTheOneThatWasAskedFor(String query) {
    assertThat(reports.ofEveryKind())
        .map(OpalReports::id)
        .allSatisfy(
            id -> assertThat(OpalReports.id(opal.report("/reports/" + id + query))).isEqualTo(id));
  }

  @Test
  @Verifies("OPAL-REP-03")
  void reportHasTheFieldsThatAllSamplesShare() {
    assertThat(listed())
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(OpalFields.of(report)).containsAll(OpalFields.OF_EVERY_SAMPLE));
    assertThat(readOneByOne())
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(OpalFields.of(report)).containsAll(OpalFields.OF_EVERY_SAMPLE));
  }

  @Test
  @Verifies("OPAL-REP-04")
  void oneReportHasTheFieldsOfTheSample() {
    assertThat(readOneByOne())
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(OpalFields.of(report)).containsAll(OpalFields.OF_SAMPLED_REPORT));
  }

  @Test
  @Verifies("OPAL-REP-05")
  void fieldsHaveTheTypesOfTheSamples() {
    assertThat(listed()).isNotEmpty().allSatisfy(OpalReportChecks::assertFieldsHaveTheirTypes);
    assertThat(readOneByOne())
        .isNotEmpty()
        .allSatisfy(OpalReportChecks::assertFieldsHaveTheirTypes);
  }

  /** That the field is there at all is another requirement. */
  @Test
  @Verifies("OPAL-REP-06")
  void filterNameIsATextAndNeverNull() {
    assertThat(readOneByOne())
        .filteredOn(report -> report.has("filter_name"))
        .allSatisfy(report -> assertThat(report.path("filter_name").isTextual()).isTrue());
  }

  @Test
  @Verifies("OPAL-REP-07")
  void onlyFieldsThatMayBeNullAreNull() {
    assertThat(listed())
        .isNotEmpty()
        .allSatisfy(report -> assertThat(wronglyNull(report)).isEmpty());
    assertThat(readOneByOne())
        .isNotEmpty()
        .allSatisfy(report -> assertThat(wronglyNull(report)).isEmpty());
  }

  /** That the field is there at all is another requirement. */
  @Test
  @Verifies("OPAL-REP-08")
  void typeOfOneReportIsClinicalReport() {
    assertThat(readOneByOne())
        .filteredOn(report -> report.has("type"))
        .allSatisfy(
            report -> assertThat(report.path("type").textValue()).isEqualTo("clinical_report"));
  }

  @Test
  @Verifies("OPAL-REP-09")
  void patientThatIsKnownHasTheFieldsOfTheSamples() {
    reports.first("with a patient", report -> !report.path("patient_dict").isEmpty());
    assertThat(listed())
        .map(report -> report.path("patient_dict"))
        .filteredOn(patient -> !patient.isEmpty())
        .isNotEmpty()
        .allSatisfy(OpalReportChecks::assertHasAllFieldsOfAPatient);
    assertThat(readOneByOne())
        .map(report -> report.path("patient_dict"))
        .filteredOn(patient -> !patient.isEmpty())
        .isNotEmpty()
        .allSatisfy(OpalReportChecks::assertHasAllFieldsOfAPatient);
  }

  @Test
  @Verifies("OPAL-REP-10")
  void reportWithoutAGenomeWaitsForItsSample() {
    reports.first("without a genome", OpalReportChecks::hasNoGenome);
    List<JsonNode> listed = listed().stream().filter(OpalReportChecks::hasNoGenome).toList();
    List<JsonNode> readAlone =
        readOneByOne().stream().filter(OpalReportChecks::hasNoGenome).toList();

    assertThat(listed).isNotEmpty().allMatch(OpalReportChecks::waitsForItsSample);
    assertThat(readAlone).allMatch(OpalReportChecks::waitsForItsSample);
  }

  /** The list; without any report in the workspace the check is skipped. */
  private List<JsonNode> listed() {
    reports.any();
    return opal.reports("/reports");
  }

  private List<JsonNode> readOneByOne() {
    return reports.ofEveryKind().stream()
        .map(report -> opal.report("/reports/" + OpalReports.id(report)))
        .toList();
  }

  private static boolean hasNoGenome(JsonNode report) {
    return report.path("genome_id").isNull();
  }

  private static boolean waitsForItsSample(JsonNode report) {
    return OpalReports.status(report).equals("WAITING FOR SAMPLE");
  }

  private static void assertFieldsHaveTheirTypes(JsonNode report) {
    assertThat(OpalFields.ofWrongType("Report", report)).isEmpty();
    assertThat(OpalFields.ofWrongType("PatientDict", report.path("patient_dict"))).isEmpty();
  }

  private static void assertHasAllFieldsOfAPatient(JsonNode patient) {
    assertThat(OpalFields.of(patient)).containsAll(OpalFields.OF_SAMPLED_PATIENT);
  }

  private static List<String> wronglyNull(JsonNode report) {
    return OpalFields.wronglyNull("Report", report).stream()
        .filter(field -> !field.equals("filter_name"))
        .toList();
  }
}
