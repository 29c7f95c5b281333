package dev.casewright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DriftOfTheMockTest {

  private static MockServer mock;

  @BeforeAll
  static void start() {
    mock = MockServer.builder().plainHttpPort(0).start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  private static Map<String, String> credentials() {
    String pair = mock.credentials().opalLogin() + ":" + mock.credentials().password();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theMockSendsNothingThatTheContractDoesNotKnowButOtherWordsOfOpenLists() {
    DriftCollector collector = new DriftCollector();
    Watched opal = new Watched(mock.plainHttpUrl().orElseThrow(), Api.OPAL, collector);
    var list = opal.get("/reports", credentials());
    for (var report : list.json().path("objects")) {
      opal.get("/reports/" + report.path("id").asLong(), credentials());
      opal.get("/reports/" + report.path("id").asLong() + "/pdf_report", credentials());
      opal.get("/reports/" + report.path("id").asLong() + "/pdf_preview", credentials());
    }
    opal.get("/reports");
    assertThat(collector.report().unknown())
        .allMatch(each -> each.kind() == DriftKind.UNKNOWN_VALUE);
    assertThat(collector.report().answers()).hasSize(4);
  }
}
