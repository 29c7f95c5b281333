package dev.casewright.mockserver.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, participants and preset groups. */
class CaseWorkTest {

  private static final String GROUP =
      """
      {"name": "Synthetic group", "filter": {"search": [
        {"id": 1, "name": "my gene list", "type": "gene list", "value": "my gene list"},
        {"id": "free_text", "type": "free text", "value": "synthetic"}], "fields": {}}}
      """;

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void theUsersOfTheVendorsPageAreInTheDefaultSpace() {
    Answer users =
        MOCK.send(
            "GET",
            "/api/user/org_users/",
            "",
            Map.of("Authorization", "Bearer " + MOCK.server().space().emedgeneToken()));

    assertThat(users.json().path("hits").valueStream().map(user -> user.path("email").asText()))
        .contains("demo@lab.example", "user1@example.com", "user2@example.com");
  }

  @Test
  void noUserIsOfTwoSpaces() {
    JsonNode own = MOCK.emedgene("/api/user/org_users/").json().path("hits");
    JsonNode other =
        MOCK.send(
                "GET",
                "/api/user/org_users/",
                "",
                Map.of("Authorization", "Bearer " + MOCK.server().space().emedgeneToken()))
            .json()
            .path("hits");

    for (String field : new String[] {"id", "email"}) {
      assertThat(own.valueStream().map(user -> user.path(field)))
          .doesNotContainAnyElementsOf(other.valueStream().map(user -> user.path(field)).toList());
    }
  }

  @Test
  void usersAreAssignedBesideThoseBefore() {
    String name = MOCK.space().caseNames("delivered").get(0);
    List<Long> before = participants(name);
    List<Long> users =
        MOCK.emedgene("/api/user/org_users/")
            .json()
            .path("hits")
            .valueStream()
            .map(user -> user.path("id").asLong())
            .toList();

    assertThat(assign(name, users.get(4) + ", " + users.get(5)).status()).isEqualTo(200);
    assertThat(assign(name, users.get(4) + "").status()).isEqualTo(200);

    assertThat(participants(name))
        .containsAll(before)
        .contains(users.get(4), users.get(5))
        .doesNotHaveDuplicates();
  }

  @Test
  void anUnknownUserIsRefusedAndNobodyIsAssigned() {
    String name = MOCK.space().caseNames("delivered").get(0);
    long known = MOCK.emedgene("/api/user/org_users/").json().at("/hits/5/id").asLong();
    JsonNode before = MOCK.caseDetail(name);

    assertThat(assign(name, known + ", 999999999").status()).isEqualTo(400);
    assertThat(assign(name, known + ", 12345678901234567890").status()).isEqualTo(400);
    assertThat(MOCK.caseDetail(name)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\": \"remove\", \"ids\": []}",
        "{\"action\": \"assign\"}",
        "{\"ids\": []}",
        "nonsense"
      })
  void anotherActionOrAnIncompleteBodyIsRefused(String body) {
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(MOCK.emedgene("POST", "/api/participant/" + name, body).status()).isEqualTo(400);
  }

  @Test
  void aPresetGroupIsCreatedOnTopOfThatOfTheCase() {
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(preset(name, GROUP).status()).isEqualTo(201);
  }

  @Test
  void theCaseOfTheVendorsPageTakesAPresetGroup() {
    Answer answer =
        MOCK.send(
            "POST",
            "/api/test/EMG123456789/preset_group",
            GROUP,
            Map.of("Authorization", "Bearer " + MOCK.server().space().emedgeneToken()));

    assertThat(answer.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"filter\": {}}", "{\"name\": \"x\"}", "{\"name\": \"\", \"filter\": {}}"})
  void aGroupWithoutNameOrFilterIsRefused(String body) {
    assertThat(preset(MOCK.space().caseNames("delivered").get(0), body).status()).isEqualTo(400);
  }

  @Test
  void aFinalizedCaseTakesNoChangesUntilItIsOpenedAgain() {
    String name = MOCK.space().caseNames("finalized").get(0);

    assertThat(preset(name, GROUP).status()).isEqualTo(400);
    assertThat(assign(name, "").status()).isEqualTo(400);

    MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"delivered\"}");
    assertThat(preset(name, GROUP).status()).isEqualTo(201);
  }

  @Test
  void aCaseWithoutAPresetGroupHasNoneToBuildOn() {
    String name =
        MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.withoutPresetGroup())
            .json()
            .path("name")
            .asText();

    assertThat(preset(name, GROUP).status()).isEqualTo(400);
  }

  private static Answer assign(String name, String ids) {
    return MOCK.emedgene(
        "POST", "/api/participant/" + name, "{\"action\": \"assign\", \"ids\": [" + ids + "]}");
  }

  private static Answer preset(String name, String body) {
    return MOCK.emedgene("POST", "/api/test/" + name + "/preset_group", body);
  }

  private static List<Long> participants(String name) {
    return MOCK.caseDetail(name)
        .path("participants")
        .valueStream()
        .map(user -> user.path("id").asLong())
        .toList();
  }
}
