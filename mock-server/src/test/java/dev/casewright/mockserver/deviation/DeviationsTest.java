package dev.casewright.mockserver.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeviationsTest {

  private static final String ALL = "/__mock/api/deviations";

  @RegisterExtension static final RunningMock MOCK = new RunningMock(settings -> settings);

  @AfterEach
  void keepAllRequirementsAgain() {
    MOCK.server().deviations().clear();
  }

  @Test
  void whatIsSetAtTheStartHoldsInAllSpaces() {
    try (MockServer server = MockServer.builder().deviate("OPAL-PAGE-07").start()) {
      assertThat(server.deviations().ids()).containsExactly("OPAL-PAGE-07");
      assertThat(server.space("any").deviations().ids()).containsExactly("OPAL-PAGE-07");
    }
  }

  @Test
  void whatIsSetForTheServerHoldsInAllSpaces() {
    MOCK.server().deviations().add("OPAL-PAGE-07");

    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(422);
    assertThat(reports(MOCK.server().space(), "?offset=0").status()).isEqualTo(422);
  }

  @Test
  void whatIsSetForASpaceHoldsInNoOther() {
    MOCK.space().deviations().add("OPAL-PAGE-07");

    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(422);
    assertThat(reports(MOCK.server().space(), "?offset=0").status()).isEqualTo(200);
    assertThat(MOCK.server().deviations().ids()).isEmpty();
  }

  @Test
  void aSpaceWithASettingOfItsOwnDoesNotFollowTheServer() {
    MOCK.space().deviations().clear();
    MOCK.server().deviations().add("OPAL-PAGE-07");

    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(200);
  }

  @Test
  void aSpaceThatIsResetFollowsTheServerAgain() {
    MOCK.server().deviations().add("OPAL-PAGE-07");
    MOCK.space().deviations().clear();
    MOCK.space().deviations().add("OPAL-REP-08");

    MOCK.space().reset();

    assertThat(MOCK.space().deviations().ids()).containsExactly("OPAL-PAGE-07");
  }

  @Test
  void aRequestWithoutCredentialsGoesByTheDefaultSpace() {
    MOCK.server().space().deviations().add("OPAL-AUTH-02");

    assertThat(MOCK.send("GET", "/reports", "", Map.of()).status()).isEqualTo(403);

    MOCK.server().space().reset();
    assertThat(MOCK.send("GET", "/reports", "", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void twoDeviationsActTogether() {
    MOCK.space().deviations().add("OPAL-PAGE-01");
    MOCK.space().deviations().add("OPAL-REP-03");
    MOCK.space().deviations().add("OPAL-LIST-01");

    JsonNode list = MOCK.opal("/reports?limit=2").json();

    assertThat(list.isArray()).isTrue();
    assertThat(list).hasSize(3).noneMatch(report -> report.has("version"));
  }

  @Test
  void aDeviationActsOnTheOperationsOfItsRequirementOnly() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    MOCK.space().deviations().add("OPAL-FILE-03");

    assertThat(contentType("/reports/" + id)).isEqualTo("application/json");
    assertThat(contentType("/reports/" + id + "/pdf_report")).isEqualTo("application/octet-stream");
  }

  @Test
  void aDeviationOfTheRedirectActsThereOnly() {
    MOCK.server().deviations().add("OPAL-TLS-01");

    Answer redirect = MOCK.send(MOCK.server().httpUrl(), "GET", "/reports", "", Map.of());

    assertThat(redirect.status()).isEqualTo(301);
    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
  }

  @Test
  void theAdminApiSwitchesForTheServer() {
    assertThat(admin("PUT", ALL + "/OPAL-PAGE-07", Map.of()).json().path("on").asBoolean())
        .isTrue();
    assertThat(admin("GET", ALL + "/OPAL-PAGE-07", Map.of()).json().path("deviation").asText())
        .isNotEmpty();
    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(422);
    assertThat(on(admin("GET", ALL, Map.of()).json())).containsExactly("OPAL-PAGE-07");
    assertThat(admin("DELETE", ALL + "/OPAL-PAGE-07", Map.of()).json().path("on").asBoolean(true))
        .isFalse();
    assertThat(MOCK.opal("/reports?offset=0").status()).isEqualTo(200);
  }

  @Test
  void theAdminApiSwitchesForASpace() {
    String ofSpace = "/__mock/api/spaces/" + MOCK.space().name() + "/deviations";

    admin("PUT", ofSpace + "/OPAL-PAGE-07", Map.of());
    admin("PUT", ofSpace + "/OPAL-REP-08", Map.of());

    assertThat(MOCK.space().deviations().ids())
        .containsExactlyInAnyOrder("OPAL-PAGE-07", "OPAL-REP-08");
    assertThat(on(admin("GET", ALL, Map.of()).json())).isEmpty();
    assertThat(admin("DELETE", ofSpace, Map.of()).status()).isEqualTo(200);
    assertThat(on(admin("GET", ofSpace, Map.of()).json())).isEmpty();
  }

  @Test
  void whatIsNoIdOfARequirementIsNotToldBack() {
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      Answer answer = admin(method, ALL + "/Jane%20Doe", Map.of());

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("message").asText()).doesNotContain("Jane");
    }
  }

  @Test
  void theAdminApiTakesTheSpaceFromAHeader() {
    Map<String, String> ofSpace = Map.of("X-Mock-Space", MOCK.space().name());

    admin("PUT", ALL + "/OPAL-PAGE-07", ofSpace);

    assertThat(MOCK.space().deviations().ids()).containsExactly("OPAL-PAGE-07");
    assertThat(MOCK.server().deviations().ids()).isEmpty();
    assertThat(on(admin("GET", ALL, ofSpace).json())).containsExactly("OPAL-PAGE-07");
  }

  @Test
  void theAdminApiTellsWhatEachDeviationDoes() {
    JsonNode deviations = admin("GET", ALL, Map.of()).json().path("deviations");

    assertThat(deviations)
        .hasSize(MOCK.server().deviations().available().size())
        .allSatisfy(
            deviation -> {
              assertThat(deviation.path("deviation").asText()).endsWith(".");
              assertThat(deviation.path("kind").asText()).isIn("wrong", "broken");
              assertThat(deviation.path("on").isBoolean()).isTrue();
            });
  }

  @Test
  void anUnknownRequirementIsNotFoundByTheAdminApi() {
    Answer answer = admin("PUT", ALL + "/OPAL-NONE-01", Map.of());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("message").asText())
        .contains("OPAL-NONE-01", "GET /__mock/api/deviations");
    assertThat(MOCK.server().deviations().ids()).isEmpty();
  }

  @Test
  void anUnknownRequirementStopsTheStart() {
    MockServerBuilder settings = MockServer.builder();

    assertThatThrownBy(() -> settings.deviate("OPAL-NONE-01"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("OPAL-NONE-01");
  }

  @Test
  void anUnknownRequirementIsRefusedByASpace() {
    assertThatThrownBy(() -> MOCK.space().deviations().add("OPAL-TIME-03"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPAL-TIME-03");
  }

  private static Answer reports(MockSpace space, String query) {
    Map<String, String> key = Map.of("Authorization", RunningMock.basic(space.credentials()));
    return MOCK.send("GET", "/reports" + query, "", key);
  }

  private static String contentType(String path) {
    return MOCK.opal(path).header("Content-Type").orElse("");
  }

  private static Answer admin(String method, String path, Map<String, String> headers) {
    return MOCK.send(method, path, "", headers);
  }

  private static Set<String> on(JsonNode shown) {
    return shown
        .path("deviations")
        .valueStream()
        .filter(deviation -> deviation.path("on").asBoolean())
        .map(deviation -> deviation.path("requirement").asText())
        .collect(Collectors.toSet());
  }

  @Test
  void aMisspeltRequirementGetsTheNearestOne() {
    assertThatThrownBy(() -> MOCK.space().deviations().add("OPAL-FIND-1"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(
            "No requirement \"OPAL-FIND-1\" can be broken. Did you mean OPAL-FIND-01?")
        .hasMessageEndingWith(
            " Its group has: OPAL-FIND-01 -02 -03 -04 -05 -06 -07 -08 -09 -10 -11 -12 -13 -14.");
    assertThatThrownBy(() -> MockServer.builder().deviate("NOPE-1"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("No requirement \"NOPE-1\" can be broken. Those that can be: ")
        .hasMessageContaining("OPAL-FIND-01 -02 ");
  }

  @Test
  void anIdThatWasSentIsNotTold() {
    String told =
        MOCK.send("PUT", ALL + "/OPAL-FIND-1", "", Map.of()).json().path("message").asText();

    assertThat(told).contains("Did you mean OPAL-FIND-01?").doesNotContain("OPAL-FIND-1 ");
  }
}
