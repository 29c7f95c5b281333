package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses that users do not set, and cases whose status they do not set. */
@Checks
class EmedgeneStatusRefusalChecks {

  private static final List<String> OF_USERS =
      List.of("delivered", "custom_status_1", "finalized", "move_to_trash");

  private EmedgeneTarget target;
  private EmedgeneOwnCases own;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.own = new EmedgeneOwnCases(control);
    this.cases = new EmedgeneCases(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploading", "in_progress", "pending-sequencing"})
  @Verifies(value = "EMG-STAT-06", probe = Probe.WRONG_STATE)
  void statusOfTheSystemIsRefused(String status) {
    String name = own.toRefuse(status);

    assertThat(own.setStatus(name, status)).matches(EmedgeneAnswers::isError);
    assertThat(cases.read(name).path("status").asText()).isNotEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploading", "in_progress", "pending-sequencing"})
  @Verifies(value = "EMG-STAT-07", probe = Probe.WRONG_STATE)
  void refusalOfAStatusOfTheSystemIs400(String status) {
    assertThat(own.setStatus(own.toRefuse(status), status).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_such_status", "Finalized", "custom_status_0", ""})
  @Verifies(value = "EMG-STAT-08", probe = Probe.INVALID_VALUES)
  void statusThatTheOrganisationDoesNotHaveIsRefusedWith400(String status) {
    assertThat(own.setStatus(own.toRefuse(status), status).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending-sequencing", "uploading", "in_progress"})
  @Verifies(value = "EMG-STAT-09", effect = Effect.CHANGE, probe = Probe.WRONG_STATE)
  void caseThatTheSystemControlsKeepsItsStatus(String current) {
    String name = own.in(current);

    assertThat(OF_USERS)
        .allSatisfy(status -> assertThat(own.setStatus(name, status).status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Status\":\"finalized\"}", "{\"state\":\"finalized\"}"})
  @Verifies(value = "EMG-STAT-15", effect = Effect.CHANGE, probe = Probe.INVALID_VALUES)
  void bodyWithoutStatusIsRefusedWith400(String body) {
    assertThat(target.put("/api/test/" + own.toRefuse(""), body).status()).isEqualTo(400);
  }
}
