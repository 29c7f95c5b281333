package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.record.BuildRecord;
import dev.casewright.conformance.record.MockTarget;
import dev.casewright.mockserver.MockServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes, as a shell sees them. */
class ExitCodeOfProcessTest {

  private static MockServer mock;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    mock = MockTarget.start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void allInScopePassed() throws Exception {
    assertThat(verify("demo-login.passed", "OPAL-PDF-01")).isZero();
  }

  @Test
  void requirementFailed() throws Exception {
    mock.space("failed").deviations().add("OPAL-PDF-01");

    assertThat(verify("demo-login.failed", "OPAL-PDF-01")).isEqualTo(1);
  }

  @Test
  void wrongUsage() throws Exception {
    assertThat(run(System.getProperty("java.class.path"), "verify", "--opal-uri=x")).isEqualTo(2);
  }

  @Test
  @Tag("full")
  void errorOfTheSuiteItself() throws Exception {
    new BuildRecord("of other checks", Collections.emptySortedMap(), Collections.emptySortedMap())
        .write(folder.resolve("dev/casewright/conformance/record"));
    String path = folder + File.pathSeparator + System.getProperty("java.class.path");

    assertThat(run(path, "plan", "--opal-url", "https://localhost")).isEqualTo(4);
  }

  @Test
  @Tag("full")
  void incomplete() throws Exception {
    assertThat(verify("demo-login.incomplete", "OPAL-PDF", "--max-requests", "3")).isEqualTo(5);
  }

  @Test
  @Tag("full")
  void targetIsNotReachable() throws Exception {
    assertThat(verify(URI.create("http://127.0.0.1:1"), "demo-login.nobody", "OPAL-PDF-01"))
        .isEqualTo(3);
  }

  @Test
  @Tag("full")
  void credentialsAreRefused() throws Exception {
    assertThat(verify("not-a-login", "OPAL-PDF-01")).isEqualTo(3);
  }

  @Test
  @Tag("full")
  void baselineIsStale() throws Exception {
    Path baseline =
        Files.writeString(
            folder.resolve("baseline.yaml"),
            "known_failures:\n"
                + "  - {requirement: OPAL-PDF-01, verdict: fail, reason: mended since}\n");

    assertThat(verify("demo-login.stale", "OPAL-PDF-01", "--baseline", baseline.toString()))
        .isEqualTo(6);
  }

  private int verify(String login, String only, String... more) throws Exception {
    return verify(mock.plainHttpUrl().orElseThrow(), login, only, more);
  }

  private int verify(URI url, String login, String only, String... more) throws Exception {
    Path users =
        Files.writeString(
            folder.resolve("users"),
            "CASEWRIGHT_OPAL_LOGIN="
                + login
                + "\nCASEWRIGHT_OPAL_PASSWORD="
                + mock.credentials().password());
    users.toFile().setReadable(false, false);
    users.toFile().setReadable(true, true);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--opal-url",
                url.toString(),
                "--credentials",
                users.toString(),
                "--only",
                only));
    arguments.addAll(List.of(more));
    return run(System.getProperty("java.class.path"), arguments.toArray(String[]::new));
  }

  private int run(String classPath, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
