package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Effect;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users are assigned to a case by their ids. */
@Checks
class EmedgeneParticipantChecks {

  private EmedgeneTarget target;
  private EmedgeneCases cases;
  private EmedgeneOwnCases own;
  private List<Long> users;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.cases = new EmedgeneCases(target);
    this.own = new EmedgeneOwnCases(control);
    this.users = new EmedgeneUsers(target).ids();
  }

  @Test
  @Verifies("EMG-PART-01")
  void assigningIsAnsweredWith200() {
    assertThat(assign(own.open(), users.subList(0, 2)).status()).isEqualTo(200);
  }

  @Test
  @Verifies("EMG-PART-01")
  void assigningToADeliveredCaseIsAnsweredWith200() {
    assertThat(assign(own.delivered(), users.subList(0, 1)).status()).isEqualTo(200);
  }

  @Test
  @Verifies("EMG-PART-02")
  void assignedUsersStandInTheCase() {
    String name = own.open();

    assign(name, users.subList(0, 2));

    assertThat(participantsOf(name)).containsAll(users.subList(0, 2));
  }

  @Test
  @Verifies("EMG-PART-02")
  void usersWhoWereNotAssignedDoNotStandInTheCase() {
    String name = own.open();
    Long other = users.get(1);
    boolean before = participantsOf(name).contains(other);

    assign(name, users.subList(0, 1));

    assertThat(participantsOf(name)).contains(users.get(0));
    assertThat(participantsOf(name).contains(other)).isEqualTo(before);
  }

  @Test
  @Verifies("EMG-PART-03")
  void usersWhoWereAssignedBeforeStayAssigned() {
    String name = own.open();

    assign(name, users.subList(0, 1));
    assign(name, users.subList(1, 2));

    assertThat(participantsOf(name)).containsAll(users.subList(0, 2));
  }

  @Test
  @Verifies(value = "EMG-PART-04", effect = Effect.CHANGE, probe = Probe.UNKNOWN_THINGS)
  void idOfNobodyIsRefusedWith400() {
    String name = own.open();
    long nobody = Collections.max(users) + 1_000_000;

    assertThat(assign(name, List.of(nobody)).status()).isEqualTo(400);
    assertThat(assign(name, List.of(users.get(0), nobody)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unassign", "remove", "replace", ""})
  @Verifies(value = "EMG-PART-05", effect = Effect.CHANGE, probe = Probe.INVALID_VALUES)
  void actionOtherThanAssignIsRefusedWith400(String action) {
    String body = "{\"action\":\"" + action + "\",\"ids\":[" + users.get(0) + "]}";

    assertThat(post(own.open(), body).status()).isEqualTo(400);
  }

  @Test
  @Verifies(value = "EMG-PART-06", effect = Effect.CHANGE, probe = Probe.INVALID_VALUES)
  void bodyWithoutActionIsRefusedWith400() {
    assertThat(post(own.open(), "{\"ids\":[" + users.get(0) + "]}").status()).isEqualTo(400);
  }

  @Test
  @Verifies(value = "EMG-PART-06", effect = Effect.CHANGE, probe = Probe.INVALID_VALUES)
  void bodyWithoutIdsIsRefusedWith400() {
    assertThat(post(own.open(), "{\"action\":\"assign\"}").status()).isEqualTo(400);
  }

  @Test
  @Verifies(value = "EMG-PART-07", probe = Probe.WRONG_STATE)
  void assigningToAFinalizedCaseIsRefusedWith400() {
    assertThat(assign(own.finalized(), users.subList(0, 1)).status()).isEqualTo(400);
  }

  private Answer assign(String name, List<Long> ids) {
    return post(name, "{\"action\":\"assign\",\"ids\":" + ids + "}");
  }

  private Answer post(String name, String body) {
    return target.post("/api/participant/" + name, body);
  }

  private List<Long> participantsOf(String name) {
    return cases.read(name).path("participants").findValues("id").stream()
        .map(id -> id.asLong())
        .toList();
  }
}
