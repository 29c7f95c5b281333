package dev.casewright.mockserver.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  static Stream<Operation> operations() {
    return Arrays.stream(Api.values()).flatMap(api -> Contract.of(api).operations().stream());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationAnswersAlikeWithAndWithoutASlashAtTheEnd(Operation operation) {
    Answer without = call(operation, "");
    Answer with = call(operation, "/");

    assertThat(without.status()).isBetween(200, 201);
    assertThat(with.status()).isEqualTo(without.status());
    assertThat(with.header("Content-Type")).isEqualTo(without.header("Content-Type"));
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anAnswerDoesNotTellWhichStubGaveIt(Operation operation) {
    assertThat(call(operation, "").response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("matched-stub"));
  }

  @ParameterizedTest
  @CsvSource({
    "/reports/5001/nothing, description",
    "/, description",
    "/apiary, description",
    "/__files/x, description",
    "/api, message",
    "/api/nothing, message",
    "/__mock/nothing, message"
  })
  void anUnknownPathIsNotFoundInTheShapeOfItsApi(String path, String key) {
    Answer answer = MOCK.opal(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.json().path(key).isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /reports, GET, description",
    "POST, /reports/5001, GET, description",
    "PATCH, /api/test/EMG000000001, 'GET, PUT', message",
    "GET, /api/auth/v2/api_login/, POST, message",
    "TRACE, /reports, '', description"
  })
  void aKnownPathRefusesOtherMethodsAndTellsItsOwn(
      String method, String path, String allowed, String key) {
    Answer answer = MOCK.send(method, path, "", Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").orElse("")).isEqualTo(allowed);
    assertThat(answer.json().path(key).isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /report/5001             | getOneReport (GET /reports/{id})",
        "GET | /Reports/5001/pdf        | getFinalPdf",
        "GET | /v1/reports              | getReports (GET /reports)",
        "GET | /api/v2/cases            | (POST /api/cases/v2/cases)",
        "GET | //api//tests             | (GET /api/test)",
        "PUT | /api/test/CANARY/status  | (PUT /api/test/",
        "GET | /api/participants/CANARY | assignParticipants (POST /api/participant/{case_name})",
        "PATCH | /reports/5001          | getOneReport (GET /reports/{id})",
      })
  void theNearestOperationIsNamedAndNothingThatWasSent(String method, String path, String near) {
    Answer answer = MOCK.send(method, path + "?CANARY=CANARY", "", Map.of());

    assertThat(answer.text()).contains(near).doesNotContain("CANARY", "5001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/favicon.ico", "/a/b/c", "/api/nothing", "/CANARY", "/%43ANARY/x/y/z/1/2/3"})
  void whereNoOperationIsNearNoneIsNamed(String path) {
    assertThat(MOCK.opal(path).text()).contains(Unrouted.UNKNOWN_PATH);
  }

  @Test
  void aVeryLongPathIsRefusedAtOnce() {
    String segments = MOCK.opal("/a".repeat(3_000)).text();
    String letters = MOCK.opal("/reports/" + "a".repeat(6_000) + "/pdf").text();

    assertThat(segments).contains(Unrouted.UNKNOWN_PATH);
    assertThat(letters).contains("/pdf_report");
  }

  @Test
  void aPercentSignWithoutDigitsIsRefusedAsJson() {
    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);

    RawExchange raw =
        RawExchange.over(
            MOCK.server(), "GET /reports?accession_id=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(raw.statusLine()).contains(" 400 ");
    assertThat(raw.body()).startsWith("{\"description\"");
  }

  @Test
  void whatIsNotHttpIsRefusedAsJson() {
    RawExchange raw = RawExchange.over(MOCK.server(), "this is not HTTP\r\n\r\n");

    assertThat(raw.statusLine()).contains(" 400 ");
    assertThat(raw.body()).startsWith("{");
  }

  @Test
  void aBodyThatOnlyLooksCompressedIsRefusedAsJson() {
    RawExchange raw =
        RawExchange.over(
            MOCK.server(),
            "POST /api/auth/v2/api_login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4"
                + "\r\n\r\n\u001f\u008bxx");

    assertThat(raw.statusLine()).contains(" 400 ");
    assertThat(raw.body()).startsWith("{\"message\"");
  }

  @Test
  void aHeaderThatIsTooLargeIsRefusedAsJson() {
    RawExchange raw =
        RawExchange.over(
            MOCK.server(),
            "GET /reports HTTP/1.1\r\nHost: localhost\r\nX-Large: "
                + "x".repeat(40_000)
                + "\r\n\r\n");

    assertThat(raw.statusLine()).contains(" 431 ");
    assertThat(raw.body()).startsWith("{");
  }

  @Test
  void anEncodedSlashStaysAPartOfItsSegment() {
    assertThat(MOCK.opal("/reports/5001%2Fpdf_report").status()).isEqualTo(400);
  }

  private static Answer call(Operation operation, String slash) {
    return switch (operation.id()) {
      case "getReports" -> MOCK.opal("/reports" + slash + "?limit=2");
      case "getOneReport" -> MOCK.opal("/reports/" + approved() + slash);
      case "getFinalPdfReport" -> MOCK.opal("/reports/" + approved() + "/pdf_report" + slash);
      case "getPreviewPdfReport" ->
          MOCK.opal(
              "/reports/"
                  + MOCK.space().reportIds("READY TO REVIEW").get(0)
                  + "/pdf_preview"
                  + slash);
      case "login" -> login("/api/auth/v2/api_login" + slash);
      case "loginV1" -> login("/api/auth/api_login" + slash);
      case "createCase" ->
          MOCK.emedgene("POST", "/api/cases/v2/cases" + slash, Payloads.onePerson());
      case "assignParticipants" ->
          MOCK.emedgene(
              "POST",
              "/api/participant/" + delivered() + slash,
              "{\"action\": \"assign\", \"ids\": [" + someUser() + "]}");
      case "updateCaseStatus" ->
          MOCK.emedgene(
              "PUT", "/api/test/" + delivered() + slash, "{\"status\": \"custom_status_1\"}");
      case "createPresetGroup" ->
          MOCK.emedgene(
              "POST",
              "/api/test/" + delivered() + "/preset_group" + slash,
              "{\"name\": \"Synthetic\", \"filter\": {}}");
      case "getCaseReport" ->
          MOCK.emedgene(
              "/api/test/v2/"
                  + MOCK.space().caseNames("finalized").get(0)
                  + "/reports/json/1"
                  + slash);
      case "getOrgUsers" -> MOCK.emedgene("/api/user/org_users" + slash);
      case "findSamples" -> MOCK.emedgene("/api/sample" + slash + "?query=CW");
      default ->
          MOCK.emedgene(operation.path().toString().replace("{case_name}", delivered()) + slash);
    };
  }

  private static Answer login(String path) {
    return MOCK.send(
        "POST",
        path,
        "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}",
        Map.of());
  }

  private static long approved() {
    return MOCK.space().reportIds("APPROVED").get(0);
  }

  private static String delivered() {
    return MOCK.space().caseNames("delivered").get(0);
  }

  private static long someUser() {
    return MOCK.emedgene("/api/user/org_users").json().at("/hits/1/id").asLong();
  }
}
