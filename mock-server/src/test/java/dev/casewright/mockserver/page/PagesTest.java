package dev.casewright.mockserver.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages are files of the jar, each under one path. */
class PagesTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  private static final Path RESOURCES =
      Path.of("src/main/resources/dev/casewright/mockserver/page");

  @ParameterizedTest
  @ValueSource(strings = {"/__mock", "/__mock/"})
  void theControlRoomIsThereWithAndWithoutASlash(String path) {
    Answer page = get(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.header("Cache-Control")).contains("no-cache");
    assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void theControlRoomRunsNoScriptThatStandsInThePage() {
    assertThat(get("/__mock/").header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @MethodSource("filesOfTheControlRoom")
  void everyFileOfTheControlRoomIsServed(String name) throws IOException {
    Answer file = get("/__mock/room/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(Files.readAllBytes(RESOURCES.resolve("room/" + name)));
  }

  @ParameterizedTest
  @CsvSource({
    "/__mock/room/main.js, text/javascript; charset=utf-8",
    "/__mock/room/base.css, text/css; charset=utf-8",
    "/__mock/room/icon.svg, image/svg+xml",
    "/__mock/swagger/opal, text/html; charset=utf-8",
    "/__mock/swagger/opal.json, application/json",
    "/__mock/swagger/NOTICE.txt, text/plain; charset=utf-8"
  })
  void everyFileHasItsMediaType(String path, String type) {
    assertThat(get(path).header("Content-Type")).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__mock/room/",
        "/__mock/room/nothing.js",
        "/__mock/room/index.html",
        "/__mock/room/..%2fPages.class",
        "/__mock/swagger/page.html",
        "/__mock/swagger/%2e%2e/room/main.js"
      })
  void noOtherPathLeadsToAFile(String path) {
    assertThat(get(path).status()).isBetween(400, 499);
  }

  @Test
  void aPageIsOnlyRead() {
    assertThat(MOCK.send("POST", "/__mock/room/main.js", "", Map.of()).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"opal", "emedgene"})
  void theDocumentOfSwaggerUiNamesTheMockAsItsOnlyServer(String api) {
    JsonNode document = get("/__mock/swagger/" + api + ".json").json();

    assertThat(document.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(document.path("servers")).hasSize(1);
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void theVendorsAddressShowsTheSamePageToWhoIsLoggedIn() {
    assertThat(text(MOCK.emedgene("/api/apidoc/swagger/")))
        .contains("data-api=\"emedgene\"")
        .isEqualTo(text(get("/__mock/swagger/emedgene")));
  }

  @Test
  void swaggerUiCarriesItsLicence() {
    assertThat(text(get("/__mock/swagger/LICENSE.txt"))).contains("Apache License");
    assertThat(text(get("/__mock/swagger/NOTICE.txt"))).contains("SmartBear");
  }

  static Stream<String> filesOfTheControlRoom() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("room"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("index.html"))
          .toList()
          .stream();
    }
  }

  private static Answer get(String path) {
    return MOCK.send("GET", path, "", Map.of());
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
