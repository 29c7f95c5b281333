package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python examples of the vendor's page, run against the mock server over HTTPS. */
@Tag("full")
class EmedgenePageTest {

  @Test
  void everyStepOfThePageDoesWhatThePageSays(@TempDir Path folder) throws Exception {
    try (MockServer server = MockServer.start()) {
      Path ca = folder.resolve("ca.pem");
      server.writeCaCertificate(ca);
      Map<String, String> environment =
          Map.of(
              "EMEDGENE_URL", server.emedgeneUrl().toString(),
              "REQUESTS_CA_BUNDLE", ca.toString());
      List<String> command = List.of("/usr/bin/python3", "emedgene_page.py");

      try (Program page = Program.start(Path.of("examples"), environment, command)) {
        Program.Result result = page.finish();

        assertThat(result.output()).endsWith("Every step of the page did what it says.");
        assertThat(result.exitCode()).isZero();
      }
    }
  }
}
