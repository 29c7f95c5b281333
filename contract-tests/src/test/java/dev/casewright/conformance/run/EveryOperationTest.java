package dev.casewright.conformance.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claims about every operation: kept by the mock server, and broken by one that alters answers. */
@Tag("full")
class EveryOperationTest {

  private static final String TRACE = "\n\tat org.example.Handler.answer(Handler.java:42)";

  private static MockServer mock;
  private static WireMockServer altering;
  private static Suite suite;
  private static volatile BiFunction<ServeEvent, Response, Response> alteration =
      (request, answer) -> answer;

  @BeforeAll
  static void start() {
    mock = MockServer.builder().plainHttpPort(0).start();
    altering =
        new WireMockServer(
            options().dynamicPort().disableRequestJournal().extensions(new Alterations()));
    altering.start();
    altering.stubFor(
        any(anyUrl())
            .willReturn(aResponse().proxiedFrom(mock.plainHttpUrl().orElseThrow().toString())));
    suite = new Suite(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    suite.close();
    altering.stop();
    mock.close();
  }

  @Test
  void everyOperationHasAVerdictForEveryClaim() {
    RunResult result = run((request, answer) -> answer);

    Stream.of(Api.values())
        .flatMap(api -> Contract.of(api).operations().stream())
        .forEach(
            operation ->
                assertThat(result.claims().keySet())
                    .filteredOn(id -> id.endsWith("/" + operation.id()))
                    .filteredOn(id -> !id.contains("-VALUE/"))
                    .hasSize(Claim.values().length - 1));
    assertThat(result.verdicts()).isEmpty();
  }

  @Test
  void mockServerKeepsAllClaims() {
    Map<String, Verdict> claims = run((request, answer) -> answer).claims();

    assertThat(claims).containsKeys("OPAL-ANY-VALUE/getReports", "EMG-ANY-VALUE/createCase");
    assertThat(claims.entrySet())
        .allSatisfy(
            claim -> assertThat(claim.getValue()).as(claim.getKey()).isEqualTo(Verdict.PASS));
  }

  @Test
  void anotherMediaTypeBreaksTheSchemaOfEveryOperation() {
    RunResult result =
        run((request, answer) -> answer.getStatus() < 300 ? withMediaType(answer) : answer);

    assertBroken(result, "SCHEMA");
  }

  @Test
  void valueOfAnotherTypeBreaksTheSchema() {
    RunResult result =
        run(
            (request, answer) ->
                with(
                    answer,
                    answer.getBodyAsString().replaceAll("\"total\":\\d+", "\"total\":\"\"")));

    assertThat(result.claims().get("EMG-ANY-SCHEMA/findSamples")).isIn(Verdict.FAIL, Verdict.WARN);
    assertThat(result.claims().get("EMG-ANY-SCHEMA/getOrgUsers")).isEqualTo(Verdict.PASS);
  }

  @Test
  void statusThatIsNotDeclaredBreaksTheRefusalsOfEveryOperation() {
    RunResult result =
        run((request, answer) -> answer.getStatus() >= 400 ? withStatus(answer, 418) : answer);

    assertBroken(result, "REFUSAL");
  }

  @Test
  void acceptanceOfWrongValuesIsSeen() {
    RunResult result =
        run((request, answer) -> answer.getStatus() >= 400 ? withStatus(answer, 200) : answer);

    assertBroken(result, "VALUE");
  }

  @Test
  void pathThatIsTakenInOneFormOnlyIsSeen() {
    RunResult result =
        run(
            (request, answer) ->
                request.getRequest().getUrl().split("\\?")[0].endsWith("/")
                        && !request.getRequest().getUrl().contains("api_login")
                        && !request.getRequest().getUrl().contains("org_users")
                    ? withStatus(answer, 301)
                    : answer);

    assertThat(result.claims())
        .containsEntry("OPAL-ANY-SLASH/getReports", Verdict.FAIL)
        .containsEntry("OPAL-ANY-SLASH/getFinalPdfReport", Verdict.FAIL)
        .containsEntry("EMG-ANY-SLASH/getCase", Verdict.FAIL)
        .containsEntry("EMG-ANY-SLASH/createCase", Verdict.FAIL);
  }

  @Test
  void stackTraceIsSeenInTheRefusalsOfEveryOperation() {
    RunResult result =
        run(
            (request, answer) ->
                answer.getStatus() >= 400
                    ? with(answer, answer.getBodyAsString() + TRACE)
                    : answer);

    assertBroken(result, "SECRET");
  }

  @Test
  void credentialsAreSeenInARefusal() {
    RunResult result =
        run(
            (request, answer) ->
                answer.getStatus() >= 400
                    ? with(
                        answer,
                        answer.getBodyAsString() + request.getRequest().getHeader("Authorization"))
                    : answer);

    assertThat(result.claims())
        .containsEntry("OPAL-ANY-SECRET/getReports", Verdict.FAIL)
        .containsEntry("EMG-ANY-SECRET/findSamples", Verdict.FAIL)
        .containsEntry("EMG-ANY-SECRET/createCase", Verdict.FAIL)
        .containsEntry("EMG-ANY-SECRET/login", Verdict.PASS);
  }

  private static void assertBroken(RunResult result, String claim) {
    assertThat(result.claims().entrySet())
        .filteredOn(each -> each.getKey().contains("-" + claim + "/"))
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.getValue()).as(each.getKey()).isIn(Verdict.FAIL, Verdict.WARN));
  }

  private static RunResult run(BiFunction<ServeEvent, Response, Response> how) {
    alteration = how;
    URI url = URI.create("http://localhost:" + altering.port());
    return suite.run(
        RunsOfTests.ofScope(
            RunsOfTests.withControl(url, mock),
            check -> Claim.isClaim(check.requirements().get(0).id())),
        exchange -> {});
  }

  private static Response withStatus(Response answer, int status) {
    return Response.Builder.like(answer).but().status(status).build();
  }

  private static Response with(Response answer, String body) {
    return Response.Builder.like(answer)
        .but()
        .headers(without(answer, "Content-Length"))
        .body(body)
        .build();
  }

  private static Response withMediaType(Response answer) {
    HttpHeader other = new HttpHeader("Content-Type", "application/x-other");
    return Response.Builder.like(answer)
        .but()
        .headers(without(answer, "Content-Type").plus(other))
        .build();
  }

  private static HttpHeaders without(Response answer, String name) {
    return new HttpHeaders(
        answer.getHeaders().all().stream().filter(header -> !header.keyEquals(name)).toList());
  }

  private static final class Alterations implements ResponseTransformerV2 {

    @Override
    public Response transform(Response answer, ServeEvent request) {
      return alteration.apply(request, answer);
    }

    @Override
    public String getName() {
      return "alterations";
    }
  }
}
