package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter by report status: the known statuses, compared to the letter. */
@Checks
class OpalReportStatusChecks {

  private OpalTarget opal;
  private Map<String, List<JsonNode>> reportsByStatus;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reportsByStatus =
        OpalReports.of(opal).all().stream().collect(Collectors.groupingBy(OpalReports::status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAITING", "SUBMITTED", "RUNNING", "COMPLETE", "FAILED"})
  @Verifies("OPAL-STAT-01")
  void documentedStatusIsAccepted(String status) {
    assertThat(opal.get(byStatus(status)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WAITING FOR SAMPLE",
        "READY TO REVIEW",
        "READY FOR INTERPRETATION",
        "CUSTOM_1",
        "CUSTOM_2",
        "CUSTOM_3",
        "CUSTOM_4",
        "WAITING FOR APPROVAL",
        "APPROVED"
      })
  @Verifies("OPAL-STAT-02")
  void otherKnownStatusIsAccepted(String status) {
    assertThat(opal.get(byStatus(status)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT A STATUS", "WAITING FOR GENOMES", "APPROVE", "CUSTOM_5"})
  @Verifies(value = "OPAL-STAT-03", probe = Probe.INVALID_VALUES)
  void unknownStatusIsRefused(String status) {
    assertThat(opal.get(byStatus(status)).status()).isIn(400, 404, 422);
  }

  @Test
  @Verifies("OPAL-STAT-04")
  void reportsInAnotherStatusAreLeftOut() {
    assumeTrue(reportsByStatus.size() > 1, "The reports are all in one status.");
    assertThat(reportsByStatus.keySet())
        .allSatisfy(
            status ->
                assertThat(opal.reportsIfListed(byStatus(status)))
                    .map(OpalReports::status)
                    .allSatisfy(found -> assertThat(found).isEqualTo(status)));
    nothingIsFoundByAStatusInLowerCase();
  }

  /** What an unknown status finds too is left to the requirement about refusing it. */
  private void nothingIsFoundByAStatusInLowerCase() {
    List<JsonNode> foundAnyway = opal.reportsIfListed(byStatus("NOT A STATUS"));

    assertThat(reportsByStatus.keySet())
        .map(status -> status.toLowerCase(Locale.ROOT))
        .allSatisfy(
            status ->
                assertThat(opal.reportsIfListed(byStatus(status)))
                    .filteredOn(found -> !foundAnyway.contains(found))
                    .map(OpalReports::status)
                    .allSatisfy(found -> assertThat(found).isEqualTo(status)));
  }

  @Test
  @Verifies("OPAL-STAT-05")
  void everyReportInTheStatusIsFound() {
    assumeTrue(reportsByStatus.size() > 1, "The reports are all in one status.");
    assertThat(reportsByStatus)
        .allSatisfy(
            (status, reports) ->
                assertThat(OpalReports.ids(opal.reports(byStatus(status))))
                    .containsAll(OpalReports.ids(reports)));
  }

  private static String byStatus(String status) {
    return OpalTarget.list("report_status", status);
  }
}
