package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class RequestsInWorkTest {

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings.limits(
                  Limits.defaults()
                      .with(Limit.REQUESTS, 1)
                      .with(Limit.STOP_TIME, Duration.ofMillis(200))));

  @Test
  void aRequestTooManyIsRefusedWhileAnotherIsInWork() {
    String slow =
        """
        {"request": {"urlPath": "/slow"}, "response": {"status": 200, "fixedDelayMilliseconds": 5000}}
        """;
    assertThat(MOCK.send("POST", "/__admin/mappings", slow, Map.of()).status()).isEqualTo(201);
    CompletableFuture<Answer> inWork = CompletableFuture.supplyAsync(RequestsInWorkTest::workOnOne);

    Answer answer = MOCK.opal("/reports?limit=1");
    while (answer.status() != 503 && !inWork.isDone()) {
      answer = MOCK.opal("/reports?limit=1");
    }

    assertThat(answer.status()).isEqualTo(503);
    JsonNode body = answer.json();
    assertThat(body.path("description").asText()).contains("--max-requests");
  }

  /** It may itself come while the other one is in work. */
  private static Answer workOnOne() {
    Answer answer = MOCK.send("GET", "/slow", "", Map.of());
    while (answer.status() == 503) {
      answer = MOCK.send("GET", "/slow", "", Map.of());
    }
    return answer;
  }
}
