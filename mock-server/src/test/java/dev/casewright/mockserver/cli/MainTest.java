package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void itSaysWhereItListensAndEndsWithTheReadyLine() {
    int exitCode = run("--port", "0", "--http-port", "0", "--ca-out", folder + "/ca.pem");

    assertThat(exitCode).isZero();
    assertThat(out.toString().lines().reduce((first, second) -> second).orElse(""))
        .matches("ready https=[1-9]\\d* http=[1-9]\\d* plain-http=off");
    assertThat(out.toString()).contains("demo-login", "demo@lab.example", "demo-password");
    assertThat(out.toString().lines().filter(line -> line.startsWith("  curl "))).hasSize(3);
    assertThat(Files.exists(folder.resolve("ca.pem"))).isTrue();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void standingInForAHostIsWarnedOf() {
    run(
        "--port=0",
        "--http-port=0",
        "--ca-out=" + folder + "/ca.pem",
        "--host=a.example,b.example");

    assertThat(out.toString())
        .contains("WARNING", "can pretend to be a.example, b.example to all who trust it")
        .contains("for the hosts file: 127.0.0.1 a.example b.example");
  }

  @Test
  void aHostAndAKeptCaDoNotGoTogether() {
    assertThat(run("--port=0", "--http-port=0", "--ca-dir=" + folder, "--host=a.example"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--host does not go with --ca-dir");
  }

  @Test
  void itSaysWhatIsServed() {
    run("--port", "0", "--http-port", "0", "--ca-out", folder + "/ca.pem");

    for (Api api : Api.values()) {
      assertThat(out.toString())
          .containsPattern(
              "(?i)\n"
                  + api.id()
                  + " +"
                  + Contract.of(api).operations().size()
                  + " operations, "
                  + RequirementRegister.of(api).requirements().size()
                  + " requirements\n");
    }
    assertThat(out.toString())
        .containsPattern("Seed pack +small\n")
        .containsPattern("Spaces +default;")
        .doesNotContain("Deviations", "Switches");
  }

  @Test
  void itSaysWhereItsPagesAre() {
    run("--port", "0", "--http-port", "0", "--ca-out", folder + "/ca.pem");

    assertThat(out.toString())
        .containsPattern("Control room +https://localhost:\\d+/__mock/\n")
        .containsPattern(
            "Swagger UI +https://\\S+/__mock/swagger/opal and https://\\S+/__mock/swagger/emedgene\n");
  }

  @Test
  void aMisspeltOptionGetsTheNearestOne() {
    assertThat(run("--prot", "9")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot", "Did you mean --port?");
  }

  @Test
  void helpBeginsWithTheAddressesThenTheState() {
    run("--help");

    assertThat(out.toString())
        .containsSubsequence(
            "--port=", "--http-port=", "--plain-http-port=", "--seed-pack=", "--token-key=");
  }

  @Test
  void itSaysWhatIsNotAsUsual() {
    run(
        "--port=0",
        "--http-port=0",
        "--ca-out=" + folder + "/ca.pem",
        "--seed-pack=empty",
        "--deviate=OPAL-FIND-02,OPAL-FIND-01",
        "--switch=opal-list-shape=array");

    assertThat(out.toString())
        .containsPattern("Seed pack +empty\n")
        .containsPattern("Deviations +OPAL-FIND-01, OPAL-FIND-02\n")
        .containsPattern("Switches +opal-list-shape=array\n");
  }

  @Test
  void thePlainPortStandsInTheReadyLine() {
    run(
        "--port",
        "0",
        "--http-port",
        "0",
        "--plain-http-port",
        "0",
        "--ca-out",
        folder + "/ca.pem");

    assertThat(out.toString()).containsPattern("plain-http=[1-9]\\d*\n$");
  }

  @Test
  void listeningBeyondTheMachineIsWarnedOf() {
    run("--port", "0", "--http-port", "0", "--bind", "0.0.0.0", "--ca-out", folder + "/ca.pem");

    assertThat(out.toString()).contains("WARNING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such-option",
        "--port=x",
        "--port=70000",
        "--token-lifetime=PT0S",
        "--token-key= ",
        "--mappings=no/such/folder",
        "--seed-pack=medium",
        "--seed-pack=large:1:9999999:1",
        "--answer-limit=0",
        "word"
      })
  void wrongUsageIsTold(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString()).isNotBlank();
    assertThat(out.toString()).doesNotContain("ready");
  }

  @Test
  void aRequirementThatCannotBeBrokenIsTold() {
    assertThat(run("--port", "0", "--http-port", "0", "--deviate", "OPAL-NONE-01")).isEqualTo(2);
    assertThat(err.toString()).contains("OPAL-NONE-01");
    assertThat(out.toString()).doesNotContain("ready");
  }

  @Test
  void aRequirementThatCannotBeBrokenIsToldWithItsOptionAndBeforeTheStart() {
    assertThat(run("--print-config", "--deviate", "NOPE-1")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--deviate: No requirement \"NOPE-1\" can be broken.")
        .contains("OPAL-FIND-01");
  }

  @Test
  void aTakenPortIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(run("--port", String.valueOf(taken.getLocalPort()), "--http-port", "0"))
          .isEqualTo(3);
    }
    assertThat(err.toString()).contains("--port");
  }

  @Test
  void aSeedPackWithMistakesIsTold() throws IOException {
    Files.writeString(folder.resolve("reports.yaml"), "- id: 1\n  stauts: APPROVED\n");

    assertThat(run("--port", "0", "--http-port", "0", "--seed-pack", folder.toString()))
        .isEqualTo(4);
    assertThat(err.toString()).contains("reports.yaml:2:3: /0/stauts is not a key");
  }

  @Test
  void aCertificateThatCannotBeWrittenIsTold() {
    assertThat(
            run("--port", "0", "--http-port", "0", "--ca-out", folder + "/no/such/folder/ca.pem"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--ca-out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void helpAndVersionArePrinted(String argument) {
    assertThat(run(argument)).isZero();
    assertThat(out.toString()).contains("casewright-mock-server");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--max-connections=0",
        "--idle-time=PT0S",
        "--admin=perhaps",
        "--admin=token",
        "--admin-token= "
      })
  void aLimitOrAnAccessThatCannotBeIsWrongUsage(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString())
        .containsPattern("Give (a larger one|one of these|--admin-token|a text)");
  }

  @Test
  void adminOnBeyondLoopbackIsWrongUsage() {
    assertThat(run("--bind", "0.0.0.0", "--admin", "on")).isEqualTo(2);
    assertThat(err.toString()).contains("--admin-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void aTokenThatNobodyWouldBeAskedForIsWrongUsage(String mode) {
    assertThat(run("--admin", mode, "--admin-token", "canary")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--admin " + mode, "--admin-token", "CASEWRIGHT_ADMIN_TOKEN")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void aTokenOfTheEnvironmentThatNobodyWouldBeAskedForIsWrongUsage(String mode) {
    Map<String, String> environment = Map.of("CASEWRIGHT_ADMIN_TOKEN", "canary");

    assertThat(runIn(environment, "--admin", mode)).isEqualTo(2);
    assertThat(err.toString()).contains("--admin " + mode).doesNotContain("canary");
  }

  @Test
  void beyondLoopbackTheGreetingSaysThatTheAdminApiIsOff() {
    run("--port", "0", "--http-port", "0", "--bind", "0.0.0.0", "--ca-out", folder + "/ca.pem");

    assertThat(out.toString()).containsPattern("Admin API +off");
  }

  @Test
  void secretsMayComeInTheEnvironmentAndAreNotPrinted() {
    int exitCode =
        runIn(
            Map.of("CASEWRIGHT_TOKEN_KEY", "synthetic-key", "CASEWRIGHT_ADMIN_TOKEN", "synthetic"),
            "--port",
            "0",
            "--http-port",
            "0",
            "--bind",
            "0.0.0.0",
            "--ca-out",
            folder + "/ca.pem");

    assertThat(exitCode).isZero();
    assertThat(out.toString()).containsPattern("Admin API +https:").doesNotContain("synthetic-");
  }

  @Test
  void aBlankTokenKeyInTheEnvironmentIsWrongUsage() {
    assertThat(runIn(Map.of("CASEWRIGHT_TOKEN_KEY", " "))).isEqualTo(2);
    assertThat(err.toString()).contains("CASEWRIGHT_TOKEN_KEY is blank");
  }

  private int runIn(Map<String, String> environment, String... arguments) {
    StopSignal stop = new StopSignal();
    stop.stop();
    ServeCommand command = new ServeCommand(stop, environment);
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true), command);
  }

  private int run(String... arguments) {
    StopSignal stop = new StopSignal();
    stop.stop();
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true), stop);
  }
}
