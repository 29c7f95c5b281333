package dev.casewright.mockserver.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How switches are named, turned and turned back. */
class SwitchesTest {

  private static final String LIST = "opal-list-shape";

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(mock -> mock.switchTo(LIST, "array"));

  @AfterEach
  void turnBack() {
    MOCK.server().switches().set(LIST, "array");
  }

  static List<Switch> all() {
    return Switches.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSwitchSaysWhatItDecidesAndWhy(Switch each) {
    assertThat(each.decides()).endsWith("?");
    assertThat(each.source()).contains("facts, ");
    assertThat(each.values()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(each.requirements())
        .allMatch(
            id ->
                RequirementRegister.of(id.startsWith("OPAL") ? Api.OPAL : Api.EMEDGENE)
                    .find(id)
                    .isPresent());
  }

  @Test
  void theReadmeHasThemAll() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.substring(readme.indexOf("## Switches"));
    String rows =
        Switches.all().stream()
            .map(
                each ->
                    "| `"
                        + each.name()
                        + "` | "
                        + each.decides()
                        + " | "
                        + each.values().stream()
                            .map(value -> "`" + value + "`")
                            .collect(Collectors.joining(", "))
                        + " | "
                        + each.evidence()
                        + "; "
                        + each.source()
                        + " |\n")
            .collect(Collectors.joining());

    assertThat(table).contains(rows);
  }

  @Test
  void whatIsTurnedAtTheStartHoldsInAllSpaces() {
    assertThat(MOCK.opal("/reports").json().isArray()).isTrue();
    assertThat(MOCK.server().switches().value(LIST)).isEqualTo("array");
  }

  @Test
  void aSpaceHasItsOwnUntilItIsReset() {
    MOCK.space().switches().set(LIST, "objects");

    assertThat(MOCK.opal("/reports").json().isObject()).isTrue();

    MOCK.space().reset();

    assertThat(MOCK.opal("/reports").json().isArray()).isTrue();
  }

  @Test
  void aSpaceIsTurnedBackToWhatTheServerHas() {
    MockSpace space = MOCK.space();
    space.switches().set(LIST, "objects");
    space.switches().set("plain-http", "not-found-404");

    space.switches().reset(LIST);
    assertThat(space.switches().value(LIST)).isEqualTo("array");
    assertThat(space.switches().value("plain-http")).isEqualTo("not-found-404");

    space.switches().reset();
    assertThat(space.switches().value("plain-http")).isEqualTo("redirect-302");
  }

  @Test
  void aSpaceThatHasOneOfItsOwnFollowsTheServerInTheOthers() {
    MOCK.space().switches().set("plain-http", "not-found-404");

    MOCK.server().switches().set(LIST, "objects");

    assertThat(MOCK.opal("/reports").json().isObject()).isTrue();
  }

  @Test
  void theAdminApiTurnsASwitchOfASpace() {
    String path = "/__mock/api/spaces/" + MOCK.space().name() + "/switches/" + LIST;

    Answer put = admin("PUT", path, "{\"value\": \"objects\"}");

    assertThat(put.json().path("value").asText()).isEqualTo("objects");
    assertThat(MOCK.opal("/reports").json().isObject()).isTrue();
    assertThat(admin("GET", "/__mock/api/switches/" + LIST, "").json().path("value").asText())
        .isEqualTo("array");
  }

  @Test
  void theAdminApiTurnsTheServerBackToWhatItStartedWith() {
    MOCK.server().switches().set(LIST, "objects");

    assertThat(admin("DELETE", "/__mock/api/switches/" + LIST, "").json().path("value").asText())
        .isEqualTo("array");

    MOCK.server().switches().set(LIST, "objects");
    assertThat(admin("DELETE", "/__mock/api/switches", "").status()).isEqualTo(200);
    assertThat(MOCK.opal("/reports").json().isArray()).isTrue();
  }

  @Test
  void theAdminApiTellsWhatASwitchDecides() {
    Answer all = admin("GET", "/__mock/api/switches", "");

    assertThat(all.json().path("switches").size()).isEqualTo(Switches.all().size());
    assertThat(all.json().at("/switches/0").fieldNames())
        .toIterable()
        .contains(
            "name", "value", "default", "values", "decides", "evidence", "source", "requirements");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /switches/no-such, '', 404, opal-list-shape",
    "PUT, /switches/no-such, '{\"value\": \"array\"}', 404, opal-list-shape",
    "DELETE, /switches/no-such, '', 404, opal-list-shape",
    "PUT, /switches/opal-list-shape, '{\"value\": \"CANARY\"}', 400, array-around-object",
    "PUT, /switches/opal-list-shape, {}, 400, array-around-object"
  })
  void whatThereIsNotIsRefusedWithWhatThereIs(
      String method, String path, String body, int status, String told) {
    Answer answer = admin(method, "/__mock/api" + path, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("message").asText()).contains(told).doesNotContain("CANARY");
  }

  @Test
  void aServerDoesNotStartWithWhatThereIsNot() {
    assertThatThrownBy(() -> MockServer.builder().switchTo("no-such", "x").start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("opal-list-shape");
    assertThatThrownBy(() -> MOCK.space().switches().set(LIST, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("array-around-object");
  }

  private static Answer admin(String method, String path, String body) {
    return MOCK.send(method, path, body, Map.of());
  }
}
