package dev.casewright.mockserver.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultRoutesTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void aFaultIsArmedListedAndRemoved() {
    JsonNode armed =
        admin(
                "POST",
                "/faults",
                """
                {"fault": "server-error", "status": 504, "operations": ["getReports"], "times": 2}
                """)
            .json();

    assertThat(MOCK.opal("/reports").status()).isEqualTo(504);
    JsonNode listed = admin("GET", "/faults", "").json().at("/armed/0");
    assertThat(listed.path("id")).isEqualTo(armed.path("id"));
    assertThat(listed.path("status").asInt()).isEqualTo(504);
    assertThat(listed.path("left").asInt()).isEqualTo(1);
    assertThat(admin("DELETE", "/faults/" + armed.path("id"), "").status()).isEqualTo(200);
    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
  }

  @Test
  void allFaultsAreRemovedAtOnce() {
    admin("POST", "/faults", "{\"fault\": \"unknown-field\"}");
    admin("POST", "/faults", "{\"fault\": \"latency\", \"median_ms\": 5, \"sigma\": 0.5}");

    assertThat(admin("DELETE", "/faults", "").json().path("armed")).isEmpty();
  }

  @Test
  void allFaultsAreListedWithTheirParameters() {
    JsonNode available = admin("GET", "/faults", "").json().path("available");

    assertThat(available).hasSize(14);
    assertThat(available.valueStream().map(fault -> fault.path("fault").asText()))
        .contains("latency", "stalled-body", "token-expires", "unknown-status");
    assertThat(available.at("/1/parameters/0/default").asInt()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection-dropped-before",
        "connection-dropped-after",
        "truncated-pdf",
        "wrong-length",
        "rate-limited-seconds",
        "rate-limited-date",
        "server-error",
        "token-expires",
        "redirect-elsewhere",
        "duplicate-page",
        "unknown-field",
        "unknown-status",
        "stalled-body"
      })
  void aFaultNeedsNoMoreThanItsName(String name) {
    Answer answer = admin("POST", "/faults", "{\"fault\": \"" + name + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("fault").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | fault",
        "{\"fault\": \"nothing\"} | fault",
        "{\"fault\": \"latency\"} | ms",
        "{\"fault\": \"latency\", \"ms\": 1, \"sigma\": 1} | sigma",
        "{\"fault\": \"latency\", \"ms\": \"1\"} | ms",
        "{\"fault\": \"latency\", \"ms\": -1} | ms",
        "{\"fault\": \"latency\", \"ms\": 1.5} | ms",
        "{\"fault\": \"server-error\", \"status\": 404} | status",
        "{\"fault\": \"server-error\", \"ms\": 4} | status",
        "{\"fault\": \"unknown-field\", \"times\": 0} | times",
        "{\"fault\": \"unknown-field\", \"skip\": -1} | skip",
        "{\"fault\": \"token-expires\", \"skip\": 1} | skip",
        "{\"fault\": \"unknown-field\", \"operations\": \"getReports\"} | operations",
        "{\"fault\": \"unknown-field\", \"operations\": [\"getNothing\"]} | operations"
      })
  void aBadFaultIsRefusedByTheNameOfItsMember(String body, String member) {
    Answer answer = admin("POST", "/faults", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(member);
    assertThat(MOCK.space().faults().armed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "x"})
  void anUnknownFaultCannotBeRemoved(String id) {
    assertThat(admin("DELETE", "/faults/" + id, "").status()).isEqualTo(404);
  }

  private static Answer admin(String method, String path, String body) {
    return MOCK.send(
        method, "/__mock/api" + path, body, Map.of("X-Mock-Space", MOCK.space().name()));
  }

  @Test
  void aMisspeltOperationGetsTheNearestOneAndIsNotToldIfItWasSent() {
    assertThatThrownBy(() -> MOCK.space().faults().arm(Fault.unknownStatus().on("getReport")))
        .hasMessageStartingWith("There is no operation \"getReport\". Did you mean getReports?")
        .hasMessageContaining(" There are: ")
        .hasMessageContaining("getOneReport");
    assertThat(
            MOCK.send(
                    "POST",
                    "/__mock/api/faults",
                    "{\"fault\": \"unknown-status\", \"operations\": [\"getCanary\"]}",
                    Map.of())
                .json()
                .path("message")
                .asText())
        .contains("getOneReport")
        .doesNotContain("Canary");
  }
}
