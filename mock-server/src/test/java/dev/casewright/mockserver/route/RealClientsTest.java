package dev.casewright.mockserver.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs in use at hospitals and laboratories get on with the mock as they are. */
class RealClientsTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; charset=no-such-charset",
        "application/json; charset=iso-8859-1",
        "application/x-www-form-urlencoded; charset=no-such-charset",
        "not a type"
      })
  void aJsonBodyCountsInEveryWriteWhateverItIsCalled(String contentType) {
    String name = MOCK.space().caseNames("delivered").get(0);
    long user = MOCK.emedgene("/api/user/org_users").json().at("/hits/0/id").asLong();

    assertThat(write("POST", "/api/cases/v2/cases", contentType, Payloads.onePerson()))
        .isEqualTo(201);
    assertThat(
            write(
                "POST",
                "/api/participant/" + name,
                contentType,
                "{\"action\": \"assign\", \"ids\": [" + user + "]}"))
        .isEqualTo(200);
    assertThat(
            write(
                "POST",
                "/api/test/" + name + "/preset_group",
                contentType,
                "{\"name\": \"a=b&c\", \"filter\": {}}"))
        .isEqualTo(201);
    assertThat(write("PUT", "/api/test/" + name, contentType, "{\"status\": \"custom_status_1\"}"))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/auth/v2/api_login",
    "POST, /api/auth/api_login",
    "POST, /api/cases/v2/cases",
    "POST, /api/participant/EMG999999999",
    "PUT, /api/test/EMG999999999",
    "POST, /api/test/EMG999999999/preset_group"
  })
  void aWriteIsRefusedAlikeWithAndWithoutASlash(String method, String path) {
    Answer without = MOCK.emedgene(method, path, "{}");
    Answer with = MOCK.emedgene(method, path + "/", "{}");

    assertThat(without.status()).isEqualTo(400);
    assertThat(with.status()).isEqualTo(400);
    assertThat(with.json()).isEqualTo(without.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports/{id}/pdf_report", "/reports/{id}/pdf_report/"})
  void theFileNameIsEverythingAfterTheLastEqualsSign(String path) {
    long report = MOCK.space().reportIds("APPROVED").get(0);

    String header =
        MOCK.opal(path.replace("{id}", Long.toString(report)))
            .header("Content-Disposition")
            .orElseThrow();

    assertThat(header.substring(header.lastIndexOf("filename=") + "filename=".length()))
        .matches("[A-Za-z0-9._-]+\\.pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer",
    "Authorization, bearer",
    "Authorization, BEARER",
    "Emgauthorization, Bearer",
    "emgauthorization, bearer"
  })
  void aTokenCountsInEitherHeaderWhateverTheCaseOfItsScheme(String header, String scheme) {
    Answer answer =
        MOCK.send(
            "GET", "/api/test", "", Map.of(header, scheme + " " + MOCK.space().emedgeneToken()));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aTokenSurvivesThatTheLettersOfBearerAreStripped() {
    String value = "Bearer " + MOCK.space().emedgeneToken();

    String stripped = value.replaceAll("^[Bear ]+", "").replaceAll("[Bear ]+$", "");

    assertThat(
            MOCK.send("GET", "/api/test", "", Map.of("Authorization", "Bearer " + stripped))
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /reports/999999999",
    "GET, /reports?limit=0",
    "GET, /nothing",
    "POST, /reports",
    "GET, /api/nothing",
    "DELETE, /api/test",
    "GET, /api/test/EMG999999999",
    "PUT, /api/test/EMG999999999",
    "POST, /api/cases/v2/cases",
    "POST, /api/auth/v2/api_login/",
    "TRACE, /reports",
    "GET, /__mock/nothing"
  })
  void everyErrorIsAJsonObject(String method, String path) {
    Answer answer = MOCK.emedgene(method, path, "");

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.json().isObject()).isTrue();
  }

  @Test
  void aSuccessfulWriteAnswersWithAJsonObject() {
    String name = MOCK.space().caseNames("delivered").get(0);

    JsonNode answer =
        MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"custom_status_1\"}").json();

    assertThat(answer.isObject()).isTrue();
  }

  @Test
  void theHeadersOfTheVendorsOwnToolDoNoHarm() {
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + MOCK.space().emedgeneToken(),
            "Accept", "application/json",
            "Content-Type", "application/json",
            "Accept-Language", "en-US",
            "Access-Control-Allow-Origin", "*");

    assertThat(MOCK.send("GET", "/api/test", "", headers).status()).isEqualTo(200);
  }

  @Test
  void theBodyOfAGetIsIgnored() {
    String name = MOCK.space().caseNames().get(0);

    assertThat(MOCK.emedgene("GET", "/api/test/" + name, "{}").status()).isEqualTo(200);
    assertThat(MOCK.emedgene("GET", "/api/test/" + name, "no json").status()).isEqualTo(200);
  }

  @Test
  void anEmptyAuthorizationOnTheLoginIsIgnored() {
    RawExchange login =
        RawExchange.over(
            MOCK.server(),
            "POST /api/auth/v2/api_login/ HTTP/1.1\r\nHost: localhost\r\nAuthorization:\r\n"
                + "Content-Length: 59\r\n\r\n"
                + "{\"username\":\"demo@lab.example\",\"password\":\"demo-password\"}\n");

    assertThat(login.statusLine()).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports?&limit=1", "/reports?limit=1&", "/reports?limit=1&&offset=0"})
  void aStrayAmpersandIsIgnored(String path) {
    assertThat(MOCK.opal(path).json().path("objects").size()).isEqualTo(1);
  }

  private static int write(String method, String path, String contentType, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + MOCK.space().emedgeneToken());
    if (!contentType.isEmpty()) {
      headers.put("Content-Type", contentType);
    }
    return MOCK.send(method, path, body, headers).status();
  }
}
