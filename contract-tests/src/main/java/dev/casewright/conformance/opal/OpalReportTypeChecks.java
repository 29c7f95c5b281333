package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter by report type: two values, compared with the test type. */
@Checks
class OpalReportTypeChecks {

  private OpalTarget opal;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Variant Report", "VAAST Trio Report"})
  @Verifies("OPAL-TYPE-01")
  void documentedTypeIsAccepted(String type) {
    assertThat(opal.get(OpalTarget.list("report_type", type)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Not a Type", "panel", "Trio", "Variant"})
  @Verifies(value = "OPAL-TYPE-02", probe = Probe.INVALID_VALUES)
  void anotherTypeIsRefused(String type) {
    assertThat(opal.get(OpalTarget.list("report_type", type)).status()).isIn(400, 404, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Variant Report", "VAAST Trio Report"})
  @Verifies("OPAL-TYPE-03")
  void listHasTheReportsOfTheTypeAndNoOthers(String type) {
    assertThat(found(type)).isEqualTo(reportsOfType(type));
  }

  /** What is of another workspace is left to the requirement about workspaces. */
  private Set<Long> found(String type) {
    Set<Long> found = OpalReports.ids(opal.reports(OpalTarget.list("report_type", type)));
    found.retainAll(OpalReports.ids(OpalReports.of(opal).all()));
    return found;
  }

  private Set<Long> reportsOfType(String type) {
    List<JsonNode> ofType =
        OpalReports.of(opal).all().stream()
            .filter(report -> report.path("test_type").asText().equals(type))
            .toList();
    return OpalReports.ids(ofType);
  }
}
