package dev.casewright.mockserver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who asks is told why an answer was given, in ids and statuses only. */
class ExplanationTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void nobodyIsToldWhoDoesNotAsk() {
    assertThat(MOCK.opal("/reports").header("X-Mock-Explain")).isEmpty();
    assertThat(send("GET", "/reports", "", Map.of("X-Mock-Explain", "0")).header("X-Mock-Explain"))
        .isEmpty();
  }

  @Test
  void theStateThatDecidedIsNamed() {
    long report = MOCK.space().reportIds("APPROVED").get(0);

    JsonNode told = opal("/reports/" + report + "/pdf_preview");

    assertThat(told.path("operation").asText()).isEqualTo("getPreviewPdfReport");
    assertThat(told.path("space").asText()).isEqualTo(MOCK.space().name());
    assertThat(told.path("status").asInt()).isEqualTo(422);
    assertThat(texts(told, "state")).containsExactly("report " + report + " APPROVED");
    assertThat(texts(told, "requirements"))
        .containsExactly("OPAL-PDF-05 inferred", "OPAL-PREV-02 documented");
    assertThat(texts(told, "checks"))
        .containsExactly("credentials: ok", "contract: ok", "answer: ok");
  }

  @Test
  void whatNobodyHasConfirmedOnAServerOfTheVendorIsToldSo() {
    assertThat(opal("/reports?order_by=run_date").path("confirmed").asText()).isEqualTo("never");
  }

  @Test
  void theDayOfAConfirmationIsTold() {
    Explanation explanation = explanation(new Trace(), Optional.of(LocalDate.of(2031, 3, 4)));

    assertThat(explanation.header()).contains("\"confirmed\":\"2031-03-04\"");
  }

  @Test
  void aCaseIsNamedWithItsStatus() {
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(texts(emedgene("GET", "/api/test/" + name + "/info", ""), "state"))
        .containsExactly("case " + name + " delivered");
  }

  @Test
  void whatAnInvalidRequestBreaksIsToldByPlaceAndKind() {
    JsonNode told = opal("/reports?limit=0&offset=CANARY");

    assertThat(texts(told, "checks"))
        .containsExactly(
            "credentials: ok",
            "contract: query limit: value",
            "contract: query offset: malformed",
            "answer: ok");
  }

  @Test
  void anExpiredTokenIsToldApart() {
    JsonNode told =
        told(
            send(
                "GET",
                "/api/test",
                "",
                Map.of("Authorization", "Bearer " + MOCK.space().expiredEmedgeneToken())));

    assertThat(texts(told, "checks")).contains("credentials: refused");
    assertThat(texts(told, "state")).containsExactly("token expired");
    assertThat(told.path("space").asText()).isEqualTo(MOCK.space().name());
  }

  @Test
  void switchesAndDeviationsAreTold() {
    MOCK.space().switches().set("opal-list-shape", "array");
    MOCK.space().deviations().add("OPAL-AUTH-02");

    JsonNode told = opal("/reports");

    assertThat(texts(told, "switches")).containsExactly("opal-list-shape=array");
    assertThat(texts(told, "deviations")).containsExactly("OPAL-AUTH-02");
  }

  @Test
  void aRedirectAndAnUnknownPathAreExplainedToo() {
    Answer redirect =
        MOCK.send(MOCK.server().httpUrl(), "GET", "/api/test", "", Map.of("X-Mock-Explain", "1"));

    assertThat(told(redirect).path("evidence").asText()).isEqualTo("unknown");
    assertThat(opal("/nothing").path("operation").asText()).isEqualTo("none");
  }

  @Test
  void nothingOfARequestOrAPatientComesBack() {
    DemoCredentials credentials = MOCK.space().credentials();
    long report = MOCK.space().reportIds("APPROVED").get(0);
    JsonNode patient =
        MOCK.opal("/reports/" + report + "?extended=True").json().path("patient_dict");
    String token = MOCK.space().emedgeneToken();
    String name = MOCK.space().caseNames("finalized").get(0);
    List<String> told = new ArrayList<>();
    for (String path :
        List.of(
            "/reports?accession_id=CANARY",
            "/reports?CANARY=CANARY",
            "/reports?order_by=CANARY",
            "/reports/CANARY",
            "/CANARY",
            "/reports/" + report + "?extended=CANARY",
            "/reports/" + report + "?extended=True")) {
      told.add(opal(path).toString());
    }
    for (String path :
        List.of(
            "/api/test?status=CANARY",
            "/api/test/CANARY",
            "/api/test/" + name,
            "/api/candidates/" + name,
            "/api/test/v2/" + name + "/reports/CANARY/CANARY",
            "/api/sample/?query=CANARY")) {
      told.add(emedgene("GET", path, "").toString());
    }
    String secret = "{\"username\": \"CANARY\", \"password\": \"CANARY\", \"CANARY\": 1}";
    told.add(emedgene("POST", "/api/auth/v2/api_login/", secret).toString());
    told.add(emedgene("PUT", "/api/test/" + name, "{\"status\": \"CANARY\"}").toString());
    told.add(emedgene("POST", "/api/cases/v2/cases", "{\"CANARY\": \"CANARY\"}").toString());
    told.add(emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson()).toString());

    assertThat(told)
        .noneMatch(text -> text.contains("CANARY"))
        .noneMatch(text -> text.contains(credentials.password()) || text.contains(token))
        .noneMatch(text -> text.contains(patient.path("last_name").asText()));
  }

  @Test
  void whatIsTooLongIsCutByWholeEntries() {
    Trace trace = new Trace();
    for (int i = 0; i < 500; i++) {
      String state = "report " + i + " \u00dcBERPR\u00dcFT";
      trace.state(() -> state);
    }

    String header = explanation(trace).header();

    JsonNode told = read(header);
    assertThat(header).hasSizeLessThanOrEqualTo(4096).matches("\\p{ASCII}*");
    assertThat(texts(told, "state")).isNotEmpty().allMatch(text -> text.endsWith("\u00dcFT"));
    assertThat(texts(told, "state").size() + told.path("dropped").asInt()).isEqualTo(500);
    assertThat(texts(told, "requirements")).containsExactly("OPAL-REP-01 shown");
  }

  private static Explanation explanation(Trace trace) {
    return explanation(trace, Optional.empty());
  }

  private static Explanation explanation(Trace trace, Optional<LocalDate> confirmed) {
    Grounds grounds = new Grounds(Evidence.SHOWN, Map.of("OPAL-REP-01", Evidence.SHOWN), confirmed);
    MockAnswer answer = MockAnswer.json(200, MAPPER.createObjectNode()).withTrace(trace);
    return new Explanation(exchange(), answer, grounds, List.of());
  }

  /** A request that no operation is for. */
  static Exchange exchange() {
    Organisation organisation =
        new Organisation(
            MAPPER.createObjectNode(),
            List.of(new OrgUser(1, "Synthetic", "synthetic@lab.example")),
            List.of(),
            Map.of(),
            Map.of());
    SpaceState empty = SpaceState.of(organisation, List.of(), List.of());
    Spaces spaces = new Spaces(name -> empty, Clock.systemUTC(), ProgressPolicy.atOnce());
    return new Exchange(
        Api.OPAL,
        Optional.empty(),
        new MockRequest(Entrance.HTTPS, "GET", "/", Map.of(), Map.of(), new byte[0]),
        spaces.of("default"));
  }

  private static JsonNode opal(String path) {
    return told(
        send(
            "GET",
            path,
            "",
            Map.of("Authorization", RunningMock.basic(MOCK.space().credentials()))));
  }

  private static JsonNode emedgene(String method, String path, String body) {
    return told(
        send(
            method, path, body, Map.of("Authorization", "Bearer " + MOCK.space().emedgeneToken())));
  }

  private static Answer send(String method, String path, String body, Map<String, String> headers) {
    Map<String, String> asking = new HashMap<>(headers);
    asking.putIfAbsent("X-Mock-Explain", "1");
    return MOCK.send(method, path, body, asking);
  }

  private static JsonNode told(Answer answer) {
    return read(answer.header("X-Mock-Explain").orElseThrow());
  }

  private static JsonNode read(String header) {
    try {
      return MAPPER.readTree(header);
    } catch (IOException e) {
      throw new UncheckedIOException("The explanation is not JSON.", e);
    }
  }

  private static List<String> texts(JsonNode told, String list) {
    return told.path(list).valueStream().map(JsonNode::asText).toList();
  }
}
