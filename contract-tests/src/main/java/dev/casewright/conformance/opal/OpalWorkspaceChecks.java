package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A key opens its own workspace and no other. */
@Checks
class OpalWorkspaceChecks {

  private OpalTarget opal;
  private OpalReports foreignReports;

  @BeforeEach
  void find(TargetControl control) {
    opal = control.opal();
    foreignReports = OpalReports.of(control.otherSpace().opal());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-AUTH-08", probe = Probe.FOREIGN_THINGS)
  void reportOfAnotherWorkspaceIsRefusedWith403(OpalOperation operation) {
    assertThat(answersAboutForeignReports(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-AUTH-10", probe = Probe.FOREIGN_THINGS)
  void reportOfAnotherWorkspaceIsRefused(OpalOperation operation) {
    assertThat(answersAboutForeignReports(operation))
        .allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
  }

  private List<Answer> answersAboutForeignReports(OpalOperation operation) {
    return Stream.of("APPROVED", "READY TO REVIEW", "WAITING FOR SAMPLE")
        .map(foreignReports::withStatus)
        .map(report -> opal.get(operation.path(OpalReports.id(report))))
        .toList();
  }

  @Test
  @Verifies("OPAL-LIST-03")
  void listHasReportsOfTheKeysWorkspaceOnly() {
    Set<Long> foreignIds = OpalReports.ids(foreignReports.all());
    JsonNode foreign =
        foreignReports.first("with a genome", report -> report.hasNonNull("genome_id"));

    assertThat(
            List.of(
                "/reports",
                "/reports?limit=100000",
                "/reports?order_by=run_date",
                "/reports?report_status=APPROVED",
                OpalTarget.list("genome_id", foreign.path("genome_id").asText())))
        .allSatisfy(target -> hasNothingForeign(opal.reportsIfListed(target), foreignIds));
  }

  private void hasNothingForeign(List<JsonNode> reports, Set<Long> foreignIds) {
    assertThat(OpalReports.ids(reports)).noneMatch(foreignIds::contains);
    assertThat(reports)
        .map(OpalReports::workspace)
        .allSatisfy(workspace -> assertThat(workspace).isEqualTo(ownWorkspace()));
  }

  private JsonNode ownWorkspace() {
    return OpalReports.workspace(OpalReports.of(opal).any());
  }
}
