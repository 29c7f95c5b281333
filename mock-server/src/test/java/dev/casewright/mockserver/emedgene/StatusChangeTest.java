package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusChangeTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @ParameterizedTest
  @CsvSource({
    "delivered, custom_status_1", "custom_status_1, finalized", "finalized, delivered",
    "finalized, custom_status_2", "delivered, move_to_trash", "move_to_trash, delivered"
  })
  void aUserMovesACaseBetweenTheStatusesOfUsers(String from, String to) {
    String name = MOCK.space().caseNames(from).get(0);

    assertThat(put(name, to).status()).isEqualTo(200);
    assertThat(MOCK.space().caseNames(to)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploading", "in_progress", "pending-sequencing", "no_such_status", ""})
  void aStatusThatIsNotTheUsersIsRefused(String status) {
    String name = MOCK.space().caseNames("delivered").get(0);
    JsonNode before = MOCK.caseDetail(name);

    Answer answer = put(name, status);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).doesNotContain("no_such_status");
    assertThat(MOCK.caseDetail(name)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploading", "in_progress", "pending-sequencing"})
  void aCaseThatIsNotDeliveredYetIsTheSystems(String status) {
    String name = MOCK.space().caseNames(status).get(0);

    assertThat(put(name, "delivered").status()).isEqualTo(400);
    assertThat(MOCK.space().caseNames(status)).contains(name);
  }

  @Test
  void aFinalizedCaseIsSignedUntilItIsOpenedAgain() {
    String name = MOCK.space().caseNames("delivered").get(0);
    assertThat(MOCK.caseDetail(name).path("signer").isNull()).isTrue();

    put(name, "finalized");
    JsonNode signed = MOCK.caseDetail(name);
    assertThat(signed.path("signing_date")).isEqualTo(signed.path("status_change_date"));
    assertThat(signed.at("/signer/name").asText()).isNotEmpty();

    put(name, "delivered");
    assertThat(MOCK.caseDetail(name).path("signing_date").isNull()).isTrue();
  }

  @Test
  void aCaseInTheTrashCannotBeReadButTakenOut() {
    String name = MOCK.space().caseNames("move_to_trash").get(0);

    for (String path :
        new String[] {
          "/api/test/" + name,
          "/api/test/" + name + "/info",
          "/api/candidates/" + name,
          "/api/test/v2/" + name + "/reports/pdf/1"
        }) {
      assertThat(MOCK.emedgene(path).status()).isEqualTo(404);
    }

    assertThat(put(name, "delivered").status()).isEqualTo(200);
    assertThat(MOCK.emedgene("/api/test/" + name).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"status\": null}", "{\"status\": 1}", "", "nonsense"})
  void aBodyWithoutAStatusIsRefused(String body) {
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(MOCK.emedgene("PUT", "/api/test/" + name, body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMG999999999", "EMG1", "1000101", "%20"})
  void anUnknownCaseIsNotFound(String name) {
    assertThat(put(name, "delivered").status()).isEqualTo(404);
    assertThat(MOCK.emedgene("/api/test/" + name).status()).isEqualTo(404);
  }

  @Test
  void aCaseOfAnotherSpaceIsNotFound() {
    for (String foreign : MOCK.server().space("another").caseNames()) {
      assertThat(MOCK.emedgene("/api/test/" + foreign).status()).isEqualTo(404);
    }
  }

  private static Answer put(String name, String status) {
    return MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"" + status + "\"}");
  }
}
