package dev.casewright.mockserver.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {

  @TempDir static Path shared;

  @TempDir Path folder;

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.mappings(written()));

  @Test
  void aMappingFileAnswersBeforeTheMock() {
    Answer answer = MOCK.opal("/reports/5001");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("description").asText()).isEqualTo("by a mapping");
    assertThat(answer.header("X-Mock-Contract-Breach")).isEmpty();
    assertThat(answer.header("Matched-Stub-Id")).isEmpty();
  }

  @Test
  void aBodyComesFromTheFolderOfBodies() {
    assertThat(new String(MOCK.opal("/own").body(), StandardCharsets.UTF_8)).isEqualTo("a body");
  }

  @Test
  void whatHasNoMappingIsAnsweredByTheMock() {
    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
  }

  @Test
  void aBreachIsMarkedAndCountedAndNotReplaced() {
    long before = breaches().path("mapping_breaches").asLong();

    Answer answer = MOCK.opal("/reports/5002");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("id").asText()).isEqualTo("x");
    assertThat(answer.header("X-Mock-Contract-Breach").orElse("")).startsWith("body");
    JsonNode after = breaches();
    assertThat(after.path("mapping_breaches").asLong()).isEqualTo(before + 1);
    assertThat(after.at("/operations/0/operation").asText()).isEqualTo("getOneReport");
    assertThat(after.at("/operations/0/kinds/missing").asInt()).isPositive();
    assertThat(admin("GET", "/__mock/api", "").json().path("mapping_breaches").asLong())
        .isEqualTo(before + 1);
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void anAddressOfNoOperationIsNotChecked() {
    assertThat(MOCK.opal("/own").header("X-Mock-Contract-Breach")).isEmpty();
  }

  @Test
  void aStubOfTheAdminApiIsCheckedToo() {
    String stub =
        """
        {"id": "6f9a6a3e-0000-4000-8000-000000000002",
         "request": {"urlPath": "/api/test"}, "response": {"status": 418}}
        """;
    admin("POST", "/__admin/mappings", stub);
    Answer answer = MOCK.emedgene("/api/test");
    admin("DELETE", "/__admin/mappings/6f9a6a3e-0000-4000-8000-000000000002", "");

    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.header("X-Mock-Contract-Breach")).contains("status");
  }

  @Test
  void aStubMayPassRequestsOn() {
    String stub =
        """
        {"id": "6f9a6a3e-0000-4000-8000-000000000003",
         "request": {"urlPath": "/elsewhere"}, "response": {"proxyBaseUrl": "%s"}}
        """
            .formatted(MOCK.server().httpUrl());
    admin("POST", "/__admin/mappings", stub);
    Answer answer = MOCK.opal("/elsewhere");
    admin("DELETE", "/__admin/mappings/6f9a6a3e-0000-4000-8000-000000000003", "");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location").orElse("")).endsWith("/elsewhere");
  }

  @Test
  void mappingsSurviveAReset() {
    assertThat(admin("POST", "/__admin/reset", "").status()).isEqualTo(200);

    assertThat(MOCK.opal("/reports/5001").json().path("description").asText())
        .isEqualTo("by a mapping");
  }

  @Test
  void aFileThatIsNoMappingStopsTheStart() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"request\": {\"url\": ");

    refused("bad.json");
  }

  @Test
  void aMemberThatNoMappingHasStopsTheStart() throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(folder.resolve("mappings/typo.json"), "{\"requesst\": {}}");

    refused("typo.json");
  }

  @Test
  void aBodyThatIsNotThereStopsTheStart() throws IOException {
    Files.writeString(
        folder.resolve("no-body.json"), "{\"response\": {\"bodyFileName\": \"../none.txt\"}}");

    refused("no-body.json");
  }

  @Test
  void aFolderThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> MockServer.builder().mappings(folder.resolve("none")).start())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--mappings");
  }

  private void refused(String file) {
    assertThatThrownBy(() -> MockServer.builder().mappings(folder).start())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(file);
  }

  private static JsonNode breaches() {
    return admin("GET", "/__mock/api/mapping-breaches", "").json();
  }

  private static Answer admin(String method, String path, String body) {
    return MOCK.send(method, path, body, Map.of());
  }

  private static Path written() {
    try {
      Files.createDirectories(shared.resolve("mappings"));
      Files.createDirectories(shared.resolve("__files"));
      Files.writeString(shared.resolve("__files/body.txt"), "a body");
      Files.writeString(
          shared.resolve("one.json"),
          """
          {"request": {"method": "GET", "urlPath": "/reports/5001"},
           "response": {"status": 404, "jsonBody": {"description": "by a mapping"},
                        "headers": {"Content-Type": "application/json"}}}
          """);
      Files.writeString(
          shared.resolve("mappings/more.json"),
          """
          {"mappings": [
            {"request": {"urlPath": "/own"}, "response": {"bodyFileName": "body.txt"}},
            {"request": {"urlPath": "/reports/5002"},
             "response": {"jsonBody": {"id": "x"}, "headers": {"Content-Type": "application/json"}}}
          ]}
          """);
      return shared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
