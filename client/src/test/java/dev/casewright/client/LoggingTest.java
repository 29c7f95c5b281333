package dev.casewright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Logged;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests log everything, down to level trace: see simplelogger.properties. */
class LoggingTest {
  @Test
  void oneLineForEachCallIsLoggedAndNothingOfThePatientOrTheCredentials() {
    String logged =
        Logged.during(
            () -> {
              try (FixtureServer server =
                      FixtureServer.start(
                          request ->
                              request.path().contains("login")
                                  ? Reply.json(
                                      200,
                                      "{\"access_token\": \"Canary-token\", \"token_type\": \"bearer\"}")
                                  : Reply.of(
                                      request.path().contains("sample") ? 422 : 200,
                                      Map.of("X-Canary", "Canary"),
                                      ("{\"objects\": ["
                                              + Samples.report(1, "Canary")
                                              + "], \"message\": \"Canary\"}")
                                          .getBytes(StandardCharsets.UTF_8)));
                  OpalClient opal =
                      OpalClient.builder()
                          .baseUrl(server.url())
                          .allowPlainHttpOnLoopback()
                          .credentials("Canary-login", "Canary-password")
                          .build();
                  EmedgeneClient emedgene =
                      EmedgeneClient.builder()
                          .baseUrl(server.url())
                          .allowPlainHttpOnLoopback()
                          .credentials("Canary-user", "Canary-password")
                          .build()) {
                opal.searchByAccessionPart("Canary").firstPage();
                assertThatThrownBy(() -> emedgene.findSamplesByName("Canary", SampleType.FASTQ))
                    .isInstanceOf(CasewrightException.class);
                emedgene.updateStatus("EMG000000001", CaseStatus.of("Canary"));
              }
            });

    assertThat(logged).doesNotContain("Canary", "Basic", "Bearer", "?");
    assertThat(logged.lines().filter(line -> line.contains("DEBUG dev.casewright.client.calls")))
        .hasSize(4)
        .anyMatch(line -> line.contains("getReports: HTTP 200 after"))
        .anyMatch(line -> line.contains("login: HTTP 200 after"))
        .anyMatch(line -> line.contains("findSamples: HTTP 422 (InvalidRequestException) after"))
        .anyMatch(line -> line.contains("updateCaseStatus: HTTP 200 after"));
  }
}
