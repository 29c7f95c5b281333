package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.casewright.contracttests.examples.MarkdownPage.Block;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of the conformance suite shows is run by the build, with the jar of the page. */
class ConformanceReadmeTest {

  private static final MarkdownPage PAGE = MarkdownPage.read(Path.of("README.md"));
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyBlockIsOfAKindThatIsRunOrRead() {
    assertThat(PAGE.blocks()).extracting(Block::language).isSubsetOf("sh", "yaml", "text", "json");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("full")
  @Tag("packaged")
  void commandsRunAsTheyStand(String commands, @TempDir Path folder) throws IOException {
    List<String> sent = new CopyOnWriteArrayList<>();
    HttpServer broker =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    broker.createContext(
        "/",
        exchange -> {
          sent.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    broker.start();
    try (MockServer mock = MockServer.builder().plainHttpPort(0).start()) {
      prepare(folder, mock);
      String here =
          commands
              .replace("localhost:8443", "localhost:" + mock.opalUrl().getPort())
              .replace("localhost:8080", "localhost:" + mock.httpUrl().getPort());
      List<String> shell = List.of("bash", "-euo", "pipefail", "-c", here);
      try (Program program = Program.start(folder, environment(mock, broker), shell)) {
        Program.Result result = program.finish();

        assertThat(result.exitCode()).as("%s%n%s", here, result.output()).isZero();
      }
      assertThat(sent.isEmpty()).isEqualTo(!commands.contains("publish"));
    } finally {
      broker.stop(0);
    }
  }

  static Stream<String> commands() {
    return PAGE.blocks("sh").stream().map(Block::text);
  }

  /** What the commands find where they are run. */
  private static void prepare(Path folder, MockServer mock) throws IOException {
    Files.createSymbolicLink(folder.resolve("contract-tests"), ROOT.resolve("contract-tests"));
    Files.createSymbolicLink(folder.resolve("openapi"), contract());
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("before")).resolve("openapi"), contract());
    Files.writeString(folder.resolve("known-failures.yaml"), knownFailures());
    mock.writeCaCertificate(folder.resolve("casewright-ca.pem"));
  }

  /** Nothing answers at port 80 of this machine, which is where a redirect is expected. */
  private static String knownFailures() {
    return Stream.of(Api.values())
        .flatMap(api -> RequirementRegister.of(api).requirements().stream())
        .filter(requirement -> requirement.id().contains("-TLS-"))
        .filter(requirement -> !requirement.evidence().isOurReading())
        .map(
            requirement ->
                "  - requirement: "
                    + requirement.id()
                    + "\n    verdict: fail\n    reason: There is no port 80.\n")
        .collect(Collectors.joining("", "known_failures:\n", ""));
  }

  private static Path contract() {
    return ROOT.resolve("openapi");
  }

  private static Map<String, String> environment(MockServer mock, HttpServer broker) {
    Map<String, String> environment = new HashMap<>();
    String url = mock.plainHttpUrl().orElseThrow().toString();
    environment.put("OPAL_URL", url);
    environment.put("EMEDGENE_URL", url);
    environment.put("CASEWRIGHT_OPAL_LOGIN", mock.credentials().opalLogin());
    environment.put("CASEWRIGHT_OPAL_PASSWORD", mock.credentials().password());
    environment.put("CASEWRIGHT_EMEDGENE_USERNAME", mock.credentials().emedgeneUsername());
    environment.put("CASEWRIGHT_EMEDGENE_PASSWORD", mock.credentials().password());
    environment.put("PACT_BROKER_URL", "http://127.0.0.1:" + broker.getAddress().getPort());
    environment.put("COMMIT", "4f2a");
    environment.put("BRANCH", "main");
    return environment;
  }
}
