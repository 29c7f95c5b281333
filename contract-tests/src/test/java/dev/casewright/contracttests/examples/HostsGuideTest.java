package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.contracttests.examples.MarkdownPage.Block;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide to fixed host names, carried out as it stands: the server and one of the clients run in
 * namespaces of their own, with the hosts file and the ports of the guide.
 */
@Tag("full")
class HostsGuideTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final MarkdownPage GUIDE = MarkdownPage.read(ROOT.resolve("mock-server/hosts.md"));
  private static final String JAR = "java -jar mock-server/target/casewright-mock-server.jar";
  private static final String PROGRAM = "java -cp \"$MOCK\" dev.casewright.mockserver.cli.Main";

  /** The server is stopped by the end of the script, and with it the namespaces. */
  private static final String SCRIPT =
      """
      ip link set lo up
      mount --bind hosts /etc/hosts
      coproc SERVER { exec %s; }
      server=$SERVER_PID
      trap 'kill $server' EXIT
      while read -r line <&"${SERVER[0]}"; do
        case $line in ready*) break ;; esac
      done
      %s
      """;

  @ParameterizedTest
  @MethodSource("clients")
  void aProgramWithFixedHostsReachesTheMock(String commands, @TempDir Path folder)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("contract-tests"), ROOT.resolve("contract-tests"));
    Files.writeString(
        folder.resolve("hosts"), "127.0.0.1 localhost\n" + GUIDE.blocks("text").get(0).text());
    String script =
        String.format(SCRIPT, commandsOfTheGuide().get(0).replace(JAR, PROGRAM).strip(), commands);
    List<String> shell =
        List.of(
            "unshare",
            "--map-root-user",
            "--net",
            "--mount",
            "bash",
            "-euo",
            "pipefail",
            "-c",
            script);

    try (Program program = Program.start(folder, environment(), shell)) {
      Program.Result result = program.finish();

      assertThat(result.output()).endsWith("2 reports, 8 finalized cases");
      assertThat(result.exitCode()).isZero();
    }
  }

  static Stream<String> clients() {
    return commandsOfTheGuide().stream().skip(1);
  }

  private static List<String> commandsOfTheGuide() {
    return GUIDE.blocks("sh").stream().map(Block::text).toList();
  }

  private static Map<String, String> environment() {
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    return Map.of(
        "PATH",
        java + File.pathSeparator + "/usr/bin:/bin:/usr/sbin:/sbin",
        "MOCK",
        System.getProperty("java.class.path"));
  }
}
