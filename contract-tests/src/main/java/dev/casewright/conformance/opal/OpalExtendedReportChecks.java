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

/** The extended report. */
@Checks
class OpalExtendedReportChecks {

  private OpalTarget opal;
  private OpalReports reports;
  private String path;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
    JsonNode subject =
        reports.first(
            "with variants and a patient",
            report ->
                report.path("variant_count").asInt() > 0 && !report.path("patient_dict").isEmpty());
    this.path = "/reports/" + OpalReports.id(subject);
  }

  @Test
  @Verifies("OPAL-EXT-01")
  void extendedReportHasContentThatThePlainOneHasNot() {
    JsonNode plain = opal.report(path);
    JsonNode extended = opal.report(path + "?extended=True");

    assertThat(OpalFields.of(extended))
        .anyMatch(field -> hasContent(extended.path(field)) && isMore(extended, plain, field));
  }

  @Test
  @Verifies("OPAL-EXT-02")
  void extendedReportHasEveryFieldOfThePlainOne() {
    assertThat(reports.ofEveryKind())
        .map(report -> "/reports/" + OpalReports.id(report))
        .allSatisfy(
            report -> {
              JsonNode plain = opal.report(report);
              JsonNode extended = opal.report(report + "?extended=True");
              assertThat(OpalFields.of(plain))
                  .allSatisfy(field -> assertThat(extended.get(field)).isEqualTo(plain.get(field)));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"False", "false", "true", "TRUE", "1", "yes", "Truex", "True%20", ""})
  @Verifies("OPAL-EXT-03")
  void anyOtherValueGivesThePlainReport(String value) {
    Answer answer = opal.get(path + "?extended=" + value);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(opal.get(path).json());
  }

  @Test
  @Verifies("OPAL-EXT-04")
  void extendedReportHasVariants() {
    assertThat(hasContent(opal.report(path + "?extended=True").path("variants"))).isTrue();
  }

  @Test
  @Verifies("OPAL-EXT-05")
  void extendedReportHasPatientFields() {
    assertThat(hasContent(opal.report(path + "?extended=True").path("patient_fields"))).isTrue();
  }

  private static boolean hasContent(JsonNode value) {
    return value.isContainerNode() ? !value.isEmpty() : value.isValueNode() && !value.isNull();
  }

  /** Whether the field is new, or is a list or an object that has changed. */
  private static boolean isMore(JsonNode extended, JsonNode plain, String field) {
    return !hasContent(plain.path(field))
        || plain.path(field).isContainerNode() && !plain.path(field).equals(extended.path(field));
  }
}
