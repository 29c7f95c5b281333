package dev.casewright.mockserver.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpalCredentialsTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void aRequestWithoutCredentialsIsToldToUseBasic() {
    Answer answer = MOCK.send("GET", "/reports", "", Map.of());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Basic ");
    assertThat(answer.json().path("description").asText()).contains("Credentials are missing");
  }

  @ParameterizedTest
  @CsvSource({
    "demo-login, wrong",
    "demo-login, ''",
    "somebody, demo-password",
    "demo-login., demo-password",
    "demo-login.UPPER, demo-password",
    "demo-login.-x, demo-password",
    "demo-login.a.b, demo-password"
  })
  void unknownCredentialsAreRefused(String login, String password) {
    assertThat(get(RunningMock.basic(login, password)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bare-key", "Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer abc"})
  void whatIsNotBasicIsRefused(String header) {
    assertThat(get(header).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-login", "demo-login.other", "demo-login.a-b-1"})
  void theLoginChoosesTheSpace(String login) {
    assertThat(get(RunningMock.basic(login, "demo-password")).status()).isEqualTo(200);
  }

  @Test
  void theSchemeIsReadWithoutRegardToCase() {
    String header = RunningMock.basic("demo-login", "demo-password").replace("Basic", "bAsIc");

    assertThat(get(header).status()).isEqualTo(200);
  }

  @Test
  void credentialsAreLookedAtBeforeTheRequest() {
    assertThat(MOCK.send("GET", "/reports/none", "", Map.of()).status()).isEqualTo(401);
    assertThat(MOCK.send("GET", "/reports?limit=0", "", Map.of()).status()).isEqualTo(401);
  }

  private static Answer get(String authorization) {
    return MOCK.send("GET", "/reports?limit=1", "", Map.of("Authorization", authorization));
  }
}
