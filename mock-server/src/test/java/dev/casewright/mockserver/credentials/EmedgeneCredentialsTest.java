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

class EmedgeneCredentialsTest {

  private static final String GOOD =
      "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}";
  private static final String V2 = "/api/auth/v2/api_login/";
  private static final String V1 = "/api/auth/api_login/";

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void theTokenOfTheLoginIsGood() {
    Answer login = MOCK.send("POST", V2, GOOD, Map.of());
    String header =
        login.json().path("token_type").asText() + " " + login.json().path("access_token").asText();

    assertThat(login.status()).isEqualTo(200);
    assertThat(users(Map.of("Authorization", header))).isEqualTo(200);
  }

  @Test
  void theHeaderValueOfTheOldLoginIsGood() {
    String header = MOCK.send("POST", V1, GOOD, Map.of()).json().path("Authorization").asText();

    assertThat(header).startsWith("Bearer ");
    assertThat(users(Map.of("Authorization", header))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
  void theSchemeIsReadWithoutRegardToCase(String scheme) {
    String value = scheme + MOCK.space().emedgeneToken();

    assertThat(users(Map.of("Authorization", value))).isEqualTo(200);
    assertThat(users(Map.of("Emgauthorization", value))).isEqualTo(200);
  }

  @Test
  void oneGoodTokenIsEnough() {
    String good = "Bearer " + MOCK.space().emedgeneToken();

    assertThat(users(Map.of("Authorization", "Bearer nonsense", "Emgauthorization", good)))
        .isEqualTo(200);
    assertThat(users(Map.of("Authorization", good, "Emgauthorization", "Bearer nonsense")))
        .isEqualTo(200);
  }

  @Test
  void aMissingUnknownOrExpiredTokenIsRefused() {
    assertThat(users(Map.of())).isEqualTo(401);
    assertThat(users(Map.of("Authorization", ""))).isEqualTo(401);
    assertThat(users(Map.of("Authorization", "Bearer nonsense"))).isEqualTo(401);
    assertThat(users(Map.of("Authorization", MOCK.space().emedgeneToken()))).isEqualTo(401);
    Answer expired =
        MOCK.send(
            "GET",
            "/api/user/org_users",
            "",
            Map.of("Authorization", "Bearer " + MOCK.space().expiredEmedgeneToken()));
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.json().path("message").asText()).contains("expired");
  }

  @ParameterizedTest
  @CsvSource({
    "demo@lab.example, wrong",
    "somebody@lab.example, demo-password",
    "demo@a.b.lab.example, demo-password",
    "demo@lab.example.evil, demo-password"
  })
  void wrongCredentialsGiveNoToken(String username, String password) {
    String body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);

    for (String path : new String[] {V1, V2}) {
      Answer answer = MOCK.send("POST", path, body, Map.of());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().has("access_token") || answer.json().has("Authorization")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\": \"demo@lab.example\"}",
        "{\"password\": \"demo-password\"}",
        "{\"username\": 1, \"password\": \"demo-password\"}",
        "not json",
        "[]"
      })
  void anIncompleteLoginIsRefused(String body) {
    assertThat(MOCK.send("POST", V2, body, Map.of()).status()).isEqualTo(400);
    assertThat(MOCK.send("POST", V1, body, Map.of()).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer nonsense", "Basic eDp5"})
  void theLoginIgnoresCredentialHeaders(String header) {
    assertThat(MOCK.send("POST", V2, GOOD, Map.of("Authorization", header)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json; charset=no-such-charset",
        "application/json; charset=utf-16",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data"
      })
  void jsonCountsWhateverItIsCalled(String contentType) {
    assertThat(MOCK.send("POST", V2, GOOD, Map.of("Content-Type", contentType)).status())
        .isEqualTo(200);
  }

  private static int users(Map<String, String> headers) {
    return MOCK.send("GET", "/api/user/org_users", "", headers).status();
  }
}
