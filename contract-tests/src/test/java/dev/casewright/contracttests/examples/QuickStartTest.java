package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.contracttests.mock.MockServerExtension;
import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The quick starts of the documentation do against the mock server what they say. */
@ExtendWith(MockServerExtension.class)
class QuickStartTest {

  @Test
  void opalQuickStartSavesTheFinalPdfOfAnApprovedReport(
      MockServer server, @TempDir Path certificates, @TempDir Path folder) throws Exception {
    Program.Result result = run("OpalQuickStart", server, server.opalUrl(), certificates, folder);

    assertThat(result.output()).contains("Saved ");
    assertThat(result.exitCode()).isZero();
    assertThat(filesIn(folder)).isNotEmpty().allSatisfy(QuickStartTest::isPdf);
  }

  @Test
  void emedgeneQuickStartTakesACaseFromItsCreationToItsReport(
      MockServer server, @TempDir Path certificates, @TempDir Path folder) throws Exception {
    Program.Result result =
        run("EmedgeneQuickStart", server, server.emedgeneUrl(), certificates, folder);

    assertThat(result.output()).containsPattern("Case EMG\\d{9} is finalized");
    assertThat(result.exitCode()).isZero();
    assertThat(filesIn(folder)).isNotEmpty().allSatisfy(QuickStartTest::isPdf);
  }

  private static Program.Result run(
      String program, MockServer server, URI url, Path certificates, Path folder) {
    Path ca = certificates.resolve("ca.pem");
    server.writeCaCertificate(ca);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            program,
            url.toString(),
            ca.toString(),
            folder.toString());
    try (Program started = Program.start(Path.of("."), Map.of(), command)) {
      return started.finish();
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void isPdf(Path file) {
    assertThat(file).binaryContent().startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
  }
}
