package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlainHttpTest {

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.plainHttpPort(0));

  @Test
  void thePlainPortServesTheApiWithoutTls() {
    Answer answer =
        MOCK.send(
            MOCK.server().plainHttpUrl().orElseThrow(),
            "GET",
            "/reports?limit=1",
            "",
            Map.of("Authorization", RunningMock.basic(MOCK.space().credentials())));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("objects").size()).isEqualTo(1);
  }

  @Test
  void thereIsNoPlainPortUnlessAskedFor() {
    try (MockServer server = MockServer.start()) {
      assertThat(server.plainHttpUrl()).isEmpty();
    }
  }
}
