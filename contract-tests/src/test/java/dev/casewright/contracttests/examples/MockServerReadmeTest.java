package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.contracttests.examples.MarkdownPage.Block;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.journal.JournalEntry;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the page of the mock server shows is run by the build, all of it. */
@TestInstance(Lifecycle.PER_CLASS)
class MockServerReadmeTest {

  private static final MarkdownPage PAGE =
      MarkdownPage.read(Path.of("..", "mock-server", "README.md"));

  /**
   * Commands that start what the other ones talk to; the test of the runnable jar runs them. For
   * containers an engine would be needed.
   */
  private static final List<String> STARTING = List.of("mvn ", "java -jar ", "java @", "docker ");

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
  void thePomHasTheVersionsOfTheBuild() throws Exception {
    assertThat(PAGE.blocks("xml")).hasSize(1);
    Document shown = document(PAGE.blocks("xml").get(0).text());
    Document parent = document(Files.readString(Path.of("..", "pom.xml")));

    String managed = "/project/dependencyManagement/dependencies/dependency";
    assertThat(text(shown, managed + "/artifactId")).isEqualTo(text(parent, "/project/artifactId"));
    assertThat(text(shown, managed + "/version")).isEqualTo(text(parent, "/project/version"));
    assertThat(text(shown, "/project/build/plugins/plugin[1]")).contains("maven-compiler-plugin");
    assertThat(text(shown, "/project/build/plugins/plugin[1]/version"))
        .isEqualTo(text(parent, "/project/properties/compiler-plugin.version"));
    assertThat(text(shown, "/project/build/plugins/plugin[2]")).contains("maven-surefire-plugin");
    assertThat(text(shown, "/project/build/plugins/plugin[2]/version"))
        .isEqualTo(text(parent, "/project/properties/surefire-plugin.version"));
    assertThat(text(shown, "/project/properties/maven.compiler.release"))
        .isEqualTo(text(parent, "/project/properties/maven.compiler.release"));
  }

  @Test
  void theDependenciesOfThePomAreThoseThatAreBuiltAndManaged() throws Exception {
    Document shown = document(PAGE.blocks("xml").get(0).text());
    Document parent = document(Files.readString(Path.of("..", "pom.xml")));
    String listed = "/project/dependencies/dependency[%d]/%s";
    List<String> names =
        IntStream.rangeClosed(1, 4).mapToObj(at -> text(shown, listed, at, "artifactId")).toList();

    assertThat(names)
        .containsExactly(
            text(
                document(Files.readString(Path.of("..", "client", "pom.xml"))),
                "/project/artifactId"),
            text(
                document(Files.readString(Path.of("..", "mock-server", "pom.xml"))),
                "/project/artifactId"),
            "junit-jupiter",
            "slf4j-simple");
    String management = "/project/dependencyManagement/dependencies/dependency/artifactId[.='%s']";
    for (String name : List.of(names.get(0), names.get(1), "junit-bom", "slf4j-simple")) {
      assertThat(text(parent, management, name)).isEqualTo(name);
    }
  }

  private static Document document(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Document document, String path, Object... values) {
    try {
      return XPathFactory.newInstance().newXPath().evaluate(path.formatted(values), document);
    } catch (XPathExpressionException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @Test
  void everyFileIsOneThatIsTaken() {
    assertThat(PAGE.blocks("yaml"))
        .allSatisfy(
            block -> assertThat(block.text()).containsPattern("^# (reports|casewright)\\.yaml"));
  }

  @Test
  void theFileOfASeedPackIsOneThatAServerStartsWith(@TempDir Path folder) throws IOException {
    write("reports.yaml", folder);
    try (MockServer server = MockServer.builder().seedPack(folder).start()) {
      assertThat(server.space().reportIds()).hasSize(1);
    }
  }

  @Test
  void theConfigFileIsOneThatIsTaken(@TempDir Path folder) throws IOException {
    write("casewright.yaml", folder);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.casewright.mockserver.cli.Main",
            "--config=casewright.yaml",
            "--print-config");
    try (Program server = Program.start(folder, Map.of(), command)) {
      Program.Result result = server.finish();

      assertThat(result.exitCode()).as(result.output()).isZero();
      assertThat(result.output()).contains("plain-http-port: 8081", "large:7:1000:100");
    }
  }

  @Test
  void theLineOfTheLogIsOneThatIsWritten() throws Exception {
    AtomicReference<JournalEntry> last = new AtomicReference<>();
    try (MockServer server = MockServer.builder().onExchange(last::set).start()) {
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      client.send(
          HttpRequest.newBuilder(server.opalUrl().resolve("/report")).build(),
          HttpResponse.BodyHandlers.discarding());
    }
    String line = last.get() + ", space default: " + last.get().explanation().reason().get();

    assertThat(masked(PAGE.blocks("text").get(0).text().strip())).endsWith(" - " + masked(line));
  }

  /** Without what is another number each time. */
  private static String masked(String line) {
    return line.replaceFirst("r-\\d+", "r-N").replaceFirst("[\\d.]+ ms", "N ms");
  }

  @Test
  void whatTheMockIsSaidToTellIsWhatItTells(@TempDir Path folder) throws Exception {
    List<String> told = PAGE.blocks("text").stream().map(Block::text).map(String::strip).toList();
    assertThat(told).hasSize(3);
    Files.writeString(folder.resolve("reports.yaml"), "- {id: 1, status: NONE}\n");
    try (MockServer server = MockServer.start()) {
      String key = server.credentials().opalLogin() + ":" + server.credentials().password();
      HttpRequest request =
          HttpRequest.newBuilder(server.opalUrl().resolve("/reports?limit=0"))
              .header("Authorization", "Basic " + encoded(key))
              .build();
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());

      assertThat(told.get(1))
          .isEqualTo("X-Mock-Evidence: " + answer.headers().firstValue("X-Mock-Evidence").get());
    }
    assertThatThrownBy(() -> MockServer.builder().seedPack(folder).start())
        .hasMessageStartingWith(
            told.get(2).lines().findFirst().orElseThrow().replace("my-pack", folder.toString()))
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

  private static void write(String file, Path folder) throws IOException {
    Block block =
        PAGE.blocks("yaml").stream()
            .filter(one -> one.text().startsWith("# " + file))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve(file), block.text());
  }

  private static String encoded(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
