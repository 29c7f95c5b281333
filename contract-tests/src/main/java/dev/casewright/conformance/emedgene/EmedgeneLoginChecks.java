package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User name and password give a token; the first version of the login gives one too. */
@Checks
class EmedgeneLoginChecks {

  private static final String CALL = "/api/user/org_users/";
  private static final String V2 = "/api/auth/v2/api_login/";
  private static final String V1 = "/api/auth/api_login/";
  private static final int LOGINS_TO_LOOK_AT = 5;

  private EmedgeneTarget target;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
  }

  @Test
  @Verifies("EMG-AUTH-01")
  void loginIsAnsweredWith200() {
    assertThat(login().status()).isEqualTo(200);
  }

  @Test
  @Verifies("EMG-AUTH-02")
  void loginGivesTheTokenAsText() {
    JsonNode token = login().json().path("access_token");

    assertThat(token.isTextual()).isTrue();
    assertThat(token.asText()).isNotBlank();
  }

  @Test
  @Verifies("EMG-AUTH-03")
  void loginGivesTheKindOfTokenAsText() {
    JsonNode kind = login().json().path("token_type");

    assertThat(kind.isTextual()).isTrue();
    assertThat(kind.asText()).isNotBlank();
  }

  @Test
  @Verifies("EMG-AUTH-04")
  void kindAndTokenExactlyAsTheyCameAreAccepted() {
    JsonNode answer = login().json();
    String header = answer.path("token_type").asText() + " " + answer.path("access_token").asText();

    assertThat(EmedgeneAnswers.isLetIn(callWith(header))).isTrue();
  }

  @Test
  @Verifies("EMG-AUTH-14")
  void oneTokenIsGoodForMoreThanOneCall() {
    String header = "Bearer " + target.freshToken();

    for (int call = 0; call < 3; call++) {
      assertThat(EmedgeneAnswers.isLetIn(callWith(header))).isTrue();
    }
    assertThat(EmedgeneAnswers.isLetIn(get("/api/test", header))).isTrue();
  }

  @Test
  @Verifies("EMG-AUTH-15")
  void tokensNeitherBeginNorEndWithALetterOfTheScheme() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < LOGINS_TO_LOOK_AT; i++) {
      tokens.add(login().json().path("access_token").asText());
      JsonNode header = EmedgeneAnswers.jsonOf(loginV1()).path("Authorization");
      if (header.isTextual()) {
        tokens.add(EmedgeneTarget.tokenIn(header.asText()));
      }
    }

    assertThat(tokens).allSatisfy(token -> assertThat(token).matches("(?s)[^Bear ](.*[^Bear ])?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {V2, V1})
  @Verifies(value = "EMG-AUTH-16", probe = Probe.WRONG_CREDENTIALS)
  void loginWithAWrongPasswordGivesNoToken(String path) {
    JsonNode answer = EmedgeneAnswers.jsonOf(loginWithAWrongPassword(path));

    assertThat(answer.findValue("access_token")).isNull();
    assertThat(answer.findValue("Authorization")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {V2, V1})
  @Verifies(value = "EMG-AUTH-17", probe = Probe.WRONG_CREDENTIALS)
  void loginWithAWrongPasswordIsRefusedWith401(String path) {
    assertThat(loginWithAWrongPassword(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({V2 + ",username", V2 + ",password", V1 + ",username", V1 + ",password"})
  @Verifies(
      value = "EMG-AUTH-18",
      probe = {Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void loginWithHalfOfTheCredentialsIsRefusedWith400(String path, String member) {
    String value = member.equals("username") ? target.username() : target.password();

    Answer answer = post(path, Map.of(), "{\"" + member + "\":\"" + value + "\"}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {V2, V1})
  @Verifies(
      value = "EMG-AUTH-18",
      probe = {Probe.WRONG_CREDENTIALS, Probe.INVALID_VALUES})
  void loginWithoutCredentialsIsRefusedWith400(String path) {
    assertThat(post(path, Map.of(), "{}").status()).isEqualTo(400);
  }

  @Test
  @Verifies("EMG-AUTH-19")
  void emptyAuthorizationHeaderChangesNothingOfTheLogin() {
    assertThat(EmedgeneAnswers.membersOf(post(V2, Map.of("Authorization", ""), credentials())))
        .isEqualTo(EmedgeneAnswers.membersOf(login()));
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.conformance.emedgene.EmedgeneOperation#logins")
  @Verifies(value = "EMG-AUTH-20", probe = Probe.WRONG_CREDENTIALS)
  void invalidTokenOnTheLoginChangesNothing(EmedgeneOperation login) {
    Answer without = post(login.path(), Map.of(), credentials());
    Answer with = post(login.path(), Map.of("Authorization", "Bearer never-issued"), credentials());

    assertThat(EmedgeneAnswers.membersOf(with)).isEqualTo(EmedgeneAnswers.membersOf(without));
  }

  @Test
  @Verifies("EMG-AUTH-21")
  void firstVersionIsAnsweredWith200AndAText() {
    Answer answer = loginV1();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("Authorization").isTextual()).isTrue();
  }

  @Test
  @Verifies("EMG-AUTH-22")
  void firstVersionGivesAValueThatBeginsWithBearer() {
    assertThat(loginV1().json().path("Authorization").asText()).startsWith("Bearer ");
  }

  @Test
  @Verifies("EMG-AUTH-23")
  void valueOfTheFirstVersionIsAcceptedExactlyAsItCame() {
    String header = loginV1().json().path("Authorization").asText();

    assertThat(EmedgeneAnswers.isLetIn(callWith(header))).isTrue();
  }

  private Answer login() {
    return target.login(target.username(), target.password());
  }

  private Answer loginV1() {
    return target.loginV1(target.username(), target.password());
  }

  private Answer loginWithAWrongPassword(String path) {
    String wrong = EmedgeneTarget.credentials(target.username(), target.password() + "-wrong");
    return post(path, Map.of(), wrong);
  }

  private String credentials() {
    return EmedgeneTarget.credentials(target.username(), target.password());
  }

  private Answer post(String path, Map<String, String> headers, String body) {
    return new EmedgeneCall("POST", path, "", body).send(target, headers);
  }

  private Answer callWith(String authorization) {
    return get(CALL, authorization);
  }

  private Answer get(String path, String authorization) {
    return target.send("GET", path, Map.of("Authorization", authorization), null);
  }
}
