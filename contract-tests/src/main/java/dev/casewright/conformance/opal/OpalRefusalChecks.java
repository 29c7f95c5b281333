package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a server refuses. Which requests it has to refuse is said by other requirements. */
@Checks
class OpalRefusalChecks {

  private OpalTarget opal;
  private OpalRefusals refusals;

  @BeforeEach
  void find(TargetControl control) {
    this.opal = control.opal();
    this.refusals = new OpalRefusals(control);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_REPORTS", "GET_ONE_REPORT"})
  @Verifies(
      value = "OPAL-ERR-01",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.FOREIGN_THINGS,
        Probe.INVALID_VALUES
      })
  void bodyOfARefusalIsAJsonObject(OpalOperation operation) {
    assertThat(refusals.of(operation))
        .isNotEmpty()
        .allSatisfy(refusal -> assertThat(refusal.json().isObject()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_REPORTS", "GET_ONE_REPORT"})
  @Verifies(
      value = "OPAL-ERR-02",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.FOREIGN_THINGS,
        Probe.INVALID_VALUES
      })
  void bodyOfARefusalHasADescription(OpalOperation operation) {
    assertThat(refusals.of(operation)).isNotEmpty().allSatisfy(OpalRefusalChecks::assertDescribes);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*PDF.*")
  @Verifies(
      value = "OPAL-PDF-05",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.FOREIGN_THINGS,
        Probe.WRONG_STATE,
        Probe.INVALID_VALUES
      })
  void refusalOfAPdfHasADescription(OpalOperation operation) {
    assertThat(refusals.of(operation)).isNotEmpty().allSatisfy(OpalRefusalChecks::assertDescribes);
  }

  @ParameterizedTest
  @CsvSource({"GET_REPORTS, ?limit=2", "GET_ONE_REPORT, ''", "GET_ONE_REPORT, ?extended=True"})
  @Verifies(
      value = "OPAL-ERR-03",
      probe = {
        Probe.NO_CREDENTIALS,
        Probe.WRONG_CREDENTIALS,
        Probe.UNKNOWN_THINGS,
        Probe.FOREIGN_THINGS,
        Probe.INVALID_VALUES
      })
  void jsonIsAnnouncedAsJson(OpalOperation operation, String query) {
    List<Answer> answers = new ArrayList<>(refusals.of(operation));
    answers.add(opal.get(operation.path(OpalReports.of(opal)) + query));

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT))
                    .matches("application/json *(;.*)?"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, abc", "limit, 1.5", "limit, 1x",
    "offset, abc", "offset, 1.5", "offset, 1x",
    "genome_id, abc", "genome_id, 1.5", "genome_id, 1x"
  })
  @Verifies(value = "OPAL-ERR-04", probe = Probe.INVALID_VALUES)
  void parameterThatIsNotAnIntegerGets400(String parameter, String value) {
    assertThat(opal.get(OpalTarget.list(parameter, value)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GET_REPORTS")
  @Verifies(value = "OPAL-ERR-04", probe = Probe.INVALID_VALUES)
  void idThatIsNotAnIntegerGets400(OpalOperation operation) {
    assertThat(List.of("abc", "1.5", "1x"))
        .allSatisfy(id -> assertThat(opal.get(operation.path(id)).status()).isEqualTo(400));
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, -1", "offset, -1", "genome_id, 0", "genome_id, -1"})
  @Verifies(value = "OPAL-ERR-05", probe = Probe.INVALID_VALUES)
  void parameterBelowItsLeastValueGets422(String parameter, String value) {
    assertThat(opal.get(OpalTarget.list(parameter, value)).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "report_type, Not a Type",
    "report_type, panel",
    "report_status, NOT A STATUS",
    "report_status, WAITING FOR GENOMES",
    "order_by, no_such_order",
    "order_by, created_on"
  })
  @Verifies(value = "OPAL-ERR-06", probe = Probe.INVALID_VALUES)
  void valueOutsideAClosedListGets422(String parameter, String value) {
    assertThat(opal.get(OpalTarget.list(parameter, value)).status()).isEqualTo(422);
  }

  private static void assertDescribes(Answer refusal) {
    JsonNode body = refusal.json();
    assertThat(body.isObject()).isTrue();
    assertThat(body.path("description").textValue()).isNotBlank();
  }
}
