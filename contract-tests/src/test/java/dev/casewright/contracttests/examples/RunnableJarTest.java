package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, started as the README says, on its own ports. */
@Tag("full")
class RunnableJarTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> PORTS = List.of("--port", "0", "--http-port", "0");

  @Test
  void withItsArgumentsItUsesTheArchiveOfItsClasses(@TempDir Path folder) {
    List<String> command =
        Stream.of(List.of(JAVA, "@" + built("run.args")), PORTS).flatMap(List::stream).toList();
    try (Program server =
        Program.start(folder, Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load"), command)) {
      assertThat(server.linesUntil("ready "))
          .anyMatch(
              line ->
                  line.contains("dev.casewright.mockserver.MockServer ")
                      && line.contains("shared objects file"));
    }
  }

  @Test
  void theArgumentsAreWrittenWhateverSettingsTheEnvironmentHas(@TempDir Path folder)
      throws IOException {
    Path jar =
        Files.copy(Path.of(built("casewright-mock-server.jar")), folder.resolve("moved.jar"));
    List<String> command =
        List.of(JAVA, "-cp", jar.toString(), "dev.casewright.mockserver.cli.RunArguments");
    try (Program writer =
        Program.start(folder, Map.of("CASEWRIGHT_CONFIG", "there-is-none.yaml"), command)) {
      Program.Result result = writer.finish();

      assertThat(result.exitCode()).as(result.output()).isZero();
    }
    assertThat(Files.readString(folder.resolve("run.args")))
        .contains("SharedArchiveFile", jar.toRealPath().getFileName().toString());
  }

  @Test
  void printsCurlLinesThatWorkWhenPastedAndEndsCleanly(@TempDir Path folder) {
    List<String> command =
        Stream.of(List.of(JAVA, "-jar", built("casewright-mock-server.jar")), PORTS)
            .flatMap(List::stream)
            .toList();
    try (Program server = Program.start(folder, Map.of(), command)) {
      List<String> lines = server.linesUntil("ready ");

      assertThat(lines).last().asString().matches("ready https=\\d+ http=\\d+ plain-http=off");
      assertThat(lines).anyMatch(line -> line.contains("demo-login"));
      List<String> curls =
          lines.stream().map(String::trim).filter(line -> line.startsWith("curl ")).toList();
      assertThat(curls).hasSize(3);
      assertThat(pasted(folder, curls.get(0)))
          .contains("302 Found", "Location: https://localhost:");
      assertThat(pasted(folder, curls.get(1))).contains("\"objects\"", "\"accession_id\"");
      assertThat(pasted(folder, curls.get(2))).contains("\"access_token\"", "\"bearer\"");
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static String built(String file) {
    return Path.of("..", "mock-server", "target", file).toAbsolutePath().normalize().toString();
  }

  private static String pasted(Path folder, String line) {
    try (Program shell = Program.start(folder, Map.of(), List.of("bash", "-c", line))) {
      Program.Result result = shell.finish();
      assertThat(result.exitCode()).as(line).isZero();
      return result.output();
    }
  }
}
