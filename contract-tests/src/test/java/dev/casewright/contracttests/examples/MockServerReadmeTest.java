package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.contracttests.examples.MarkdownPage.Block;
import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of the mock server shows is run by the build, all of it. */
@TestInstance(Lifecycle.PER_CLASS)
class MockServerReadmeTest {

  private static final MarkdownPage PAGE =
      MarkdownPage.read(Path.of("..", "mock-server", "README.md"));

  private static final Pattern FILE_NAME = Pattern.compile("^# (\\w+\\.yaml)");

  /** Commands that start what the other ones talk to; the test of the runnable jar runs them. */
  private static final List<String> STARTING = List.of("mvn ", "java -jar ");

  @Test
  void everyProgramIsAnExampleThatIsCompiledAndRun() {
    assertThat(PAGE.blocks("java"))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(block.file()).isNotNull());
  }

  @Test
  void everyBlockIsOfAKindThatIsRunOrChecked() {
    assertThat(PAGE.blocks())
        .extracting(Block::language)
        .isSubsetOf("java", "sh", "xml", "yaml", "text");
  }

  @Test
  void theDependencyIsTheOneThatIsBuilt() throws IOException {
    String pom = Files.readString(Path.of("..", "mock-server", "pom.xml"));
    String version = Files.readString(Path.of("..", "pom.xml"));

    assertThat(PAGE.blocks("xml")).hasSize(2);
    for (Block block : PAGE.blocks("xml")) {
      assertThat(pom).contains(block.element("artifactId"));
      assertThat(version).contains(block.element("version"));
    }
  }

  @Test
  void theFileOfASeedPackIsOneThatAServerStartsWith(@TempDir Path folder) throws IOException {
    assertThat(PAGE.blocks("yaml")).isNotEmpty();
    for (Block block : PAGE.blocks("yaml")) {
      Matcher name = FILE_NAME.matcher(block.text());
      assertThat(name.find()).as(block.text()).isTrue();
      Files.writeString(folder.resolve(name.group(1)), block.text());
    }
    try (MockServer server = MockServer.builder().seedPack(folder).start()) {
      assertThat(server.space().reportIds()).hasSize(1);
    }
  }

  @Test
  void whatTheMockIsSaidToTellIsWhatItTells(@TempDir Path folder) throws Exception {
    List<String> told = PAGE.blocks("text").stream().map(Block::text).map(String::strip).toList();
    assertThat(told).hasSize(2);
    Files.writeString(folder.resolve("reports.yaml"), "- {id: 1, status: NONE}\n");
    try (MockServer server = MockServer.start()) {
      String key = server.credentials().opalLogin() + ":" + server.credentials().password();
      HttpRequest request =
          HttpRequest.newBuilder(server.opalUrl().resolve("/reports?limit=0"))
              .header("Authorization", "Basic " + encoded(key))
              .build();
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());

      assertThat(told.get(0))
          .isEqualTo("X-Mock-Evidence: " + answer.headers().firstValue("X-Mock-Evidence").get());
    }
    assertThatThrownBy(() -> MockServer.builder().seedPack(folder).start())
        .hasMessageStartingWith(
            told.get(1).lines().findFirst().orElseThrow().replace("my-pack", folder.toString()))
        .hasMessageContaining("/0/status must be one of");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("full")
  void commandsRunAsTheyStand(String commands, @TempDir Path folder) {
    try (MockServer server = MockServer.builder().plainHttpPort(0).start()) {
      server.writeCaCertificate(folder.resolve("casewright-ca.pem"));
      String here = commands.replace("localhost:8443", "localhost:" + server.opalUrl().getPort());
      List<String> shell = List.of("bash", "-euo", "pipefail", "-c", here);
      try (Program program = Program.start(folder, Map.of(), shell)) {
        Program.Result result = program.finish();

        assertThat(result.exitCode()).as("%s%n%s", here, result.output()).isZero();
      }
    }
  }

  List<String> commands() {
    return PAGE.blocks("sh").stream()
        .map(Block::text)
        .filter(text -> STARTING.stream().noneMatch(text::startsWith))
        .toList();
  }

  private static String encoded(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
