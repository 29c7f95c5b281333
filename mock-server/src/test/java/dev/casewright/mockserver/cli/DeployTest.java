package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the container files ask of the server is what the server can do. */
class DeployTest {

  private static final Path FOLDER = Path.of("deploy");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^ENV (\\w+)=(\\S+)$");
  private static final Pattern HEALTH = Pattern.compile("\"bash\", \"-c\", \"([^\"]+)\"");

  private final String image = read("Dockerfile");
  private final JsonNode service = compose().at("/services/mock");

  @Test
  void theImageSetsWhatThereIs() {
    Command printed = Command.run(ofTheImage(), "--print-config");

    assertThat(printed.err()).isEmpty();
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out())
        .contains("bind: 0.0.0.0  # CASEWRIGHT_BIND")
        .contains("ca-out: /ca/casewright-ca.pem  # CASEWRIGHT_CA_OUT");
  }

  @Test
  void theServiceSetsWhatThereIs() {
    Map<String, String> environment = ofTheImage();
    service
        .get("environment")
        .properties()
        .forEach(
            variable ->
                environment.put(variable.getKey(), variable.getValue().asText("synthetic-secret")));

    Command printed = Command.run(environment, "--print-config");

    assertThat(printed.err()).isEmpty();
    assertThat(printed.exitCode()).isZero();
    assertThat(environment).containsKeys("CASEWRIGHT_ADMIN_TOKEN", "CASEWRIGHT_HOST");
    assertThat(printed.out()).contains("# admin-token: ********  # CASEWRIGHT_ADMIN_TOKEN");
  }

  @Test
  void itsOtherNamesAreThoseOfTheCertificate() {
    assertThat(service.at("/environment/CASEWRIGHT_HOST").asText().split(","))
        .containsExactlyElementsOf(texts(service.at("/networks/default/aliases")));
  }

  @Test
  void thePortsAreThoseOfTheServerAndOfThisMachineOnly() {
    String printed = Command.run(ofTheImage(), "--print-config").out();
    String https = port(printed, "port");
    String http = port(printed, "http-port");

    assertThat(image)
        .contains("EXPOSE " + https + " " + http + "\n")
        .contains("/dev/tcp/127.0.0.1/" + https + "\"");
    assertThat(texts(service.get("ports")))
        .containsExactly("127.0.0.1:" + https + ":" + https, "127.0.0.1:" + http + ":" + http);
  }

  @Test
  void theImageRunsTheRunnableJarAsNobody() {
    assertThat(image)
        .containsPattern("(?m)^FROM [a-z/-]+:[\\w.-]+$")
        .contains(
            "COPY target/casewright-mock-server.jar /opt/casewright/casewright-mock-server.jar")
        .contains("\"-jar\", \"/opt/casewright/casewright-mock-server.jar\"]")
        .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$");
    assertThat(service.get("read_only").asBoolean()).isTrue();
    assertThat(read("Dockerfile.dockerignore"))
        .isEqualTo("*\n!target/casewright-mock-server.jar\n");
  }

  @Test
  @Tag("full")
  void theCheckOfItsHealthTellsWhetherItListens() throws Exception {
    Matcher health = HEALTH.matcher(image);
    assertThat(health.find()).isTrue();
    int port;
    try (MockServer server = MockServer.start()) {
      port = server.opalUrl().getPort();
      assertThat(bash(health.group(1).replace("8443", "" + port))).isZero();
    }
    assertThat(bash(health.group(1).replace("8443", "" + port))).isNotZero();
  }

  private static int bash(String command) throws Exception {
    return new ProcessBuilder("bash", "-c", command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Map<String, String> ofTheImage() {
    Map<String, String> environment = new TreeMap<>();
    for (MatchResult variable : VARIABLE.matcher(image).results().toList()) {
      environment.put(variable.group(1), variable.group(2));
    }
    return environment;
  }

  private static String port(String printed, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ": (\\d+) ").matcher(printed);
    assertThat(line.find()).isTrue();
    return line.group(1);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static JsonNode compose() {
    try {
      return new YAMLMapper().readTree(read("compose.yaml"));
    } catch (IOException e) {
      throw new AssertionError("The Compose file is not YAML.", e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new AssertionError("It is read from the folder of the module.", e);
    }
  }
}
