package dev.casewright.mockserver.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockFaults;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {

  private static final MutableClock CLOCK = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.clock(CLOCK));

  @Test
  void aRateLimitTellsSeconds() {
    faults().arm(Fault.rateLimitedSeconds(Duration.ofSeconds(7)));

    Answer answer = MOCK.opal("/reports");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).contains("7");
    assertThat(answer.json().path("description").isTextual()).isTrue();
  }

  @Test
  void aRateLimitTellsADateByTheClockOfTheSpace() {
    faults().arm(Fault.rateLimitedDate(Duration.ofSeconds(90)));

    Answer answer = MOCK.emedgene("/api/test");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After"))
        .contains(
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(CLOCK.instant().plusSeconds(90)));
    assertThat(answer.json().path("message").isTextual()).isTrue();
  }

  @Test
  void aServerErrorHasItsStatusAndNoRetryAfterUnlessAskedFor() {
    faults().arm(Fault.serverError(502).times(1));
    faults().arm(Fault.serverError(503, Duration.ofSeconds(3)));

    Answer first = MOCK.opal("/reports");
    Answer second = MOCK.opal("/reports");
    assertThat(first.status()).isEqualTo(502);
    assertThat(first.header("Retry-After")).isEmpty();
    assertThat(second.status()).isEqualTo(503);
    assertThat(second.header("Retry-After")).contains("3");
  }

  @Test
  void aRedirectLeadsElsewhere() {
    faults().arm(Fault.redirectElsewhere());

    Answer answer = MOCK.opal("/reports?accession_id=A");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("https://elsewhere.example/reports");
  }

  @Test
  void aTruncatedPdfFitsItsLength() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    byte[] whole = MOCK.opal("/reports/" + id + "/pdf_report").body();
    faults().arm(Fault.truncatedPdf());

    Answer answer = MOCK.opal("/reports/" + id + "/pdf_report");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(whole.length / 2);
    assertThat(answer.header("Content-Length")).contains(String.valueOf(whole.length / 2));
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF")
        .doesNotContain("%%EOF");
  }

  @Test
  void aTruncatedPdfSparesWhatIsNoPdfAndCountsNoCallForIt() {
    faults().arm(Fault.truncatedPdf().times(1));

    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
    assertThat(faults().armed()).hasSize(1);
  }

  @Test
  void onlyTheTokenThatWasUsedExpires() {
    faults().arm(Fault.tokenExpires(2));
    String first = MOCK.space().emedgeneToken();
    CLOCK.advance(Duration.ofSeconds(1));
    String second = MOCK.space().emedgeneToken();

    assertThat(List.of(list(first), list(first), list(first), list(second), list(first)))
        .containsExactly(200, 200, 401, 200, 401);
  }

  @Test
  void aCallWithABadTokenLetsNoTokenExpire() {
    faults().arm(Fault.tokenExpires(1));
    String token = MOCK.space().emedgeneToken();

    String bad = token.substring(0, token.length() - 4) + "xxxx";
    assertThat(List.of(list(bad), list(token), list(token))).containsExactly(401, 200, 401);
  }

  @Test
  void aTokenForSomebodyElseDoesNotExpireWithTheOneBesideIt() {
    faults().arm(Fault.tokenExpires(1));
    String first = MOCK.space().emedgeneToken();
    CLOCK.advance(Duration.ofSeconds(1));
    String second = MOCK.space().emedgeneToken();

    assertThat(
            List.of(list("synthetic", first), list("synthetic", first), list("synthetic", second)))
        .containsExactly(200, 401, 200);
  }

  @Test
  void ofTwoGoodTokensOnlyTheOneThatTheApiReadsExpires() {
    faults().arm(Fault.tokenExpires(1));
    String read = MOCK.space().emedgeneToken();
    CLOCK.advance(Duration.ofSeconds(1));
    String beside = MOCK.space().emedgeneToken();

    assertThat(List.of(list(read, beside), list(beside), list(read), list(read, beside)))
        .containsExactly(200, 200, 401, 200);
  }

  @Test
  void aTokenThatExpiredIsNotSavedByABadOneBesideIt() {
    faults().arm(Fault.tokenExpires(1));
    String token = MOCK.space().emedgeneToken();

    assertThat(List.of(list(token), list("synthetic", token))).containsExactly(200, 401);
  }

  @Test
  void aLoginNeitherCountsNorIsRefusedForTheTokenThatItBrings() {
    faults().arm(Fault.tokenExpires(1));
    String token = MOCK.space().emedgeneToken();

    assertThat(List.of(loginWith(token), list(token), list(token), loginWith(token)))
        .containsExactly(200, 200, 401, 200);
  }

  @Test
  void aDuplicatePageHoldsThePageBefore() {
    List<Long> ids = MOCK.space().reportIds();
    faults().arm(Fault.duplicatePage());

    assertThat(page(0)).isEqualTo(ids.subList(0, 2));
    assertThat(page(2)).isEqualTo(ids.subList(0, 2));
    assertThat(page(4)).isEqualTo(ids.subList(2, 4));
  }

  @Test
  void anUnknownFieldStandsInEveryObject() {
    faults().arm(Fault.unknownField());

    JsonNode body = MOCK.opal("/reports?limit=2").json();
    assertThat(body.has("mock_unknown_field")).isTrue();
    assertThat(body.path("objects"))
        .hasSize(2)
        .allSatisfy(report -> assertThat(report.has("mock_unknown_field")).isTrue());
  }

  @Test
  void anUnknownStatusStandsInReportsAndCases() {
    faults().arm(Fault.unknownStatus());
    String name = MOCK.space().caseNames().get(0);

    assertThat(MOCK.opal("/reports?limit=1").json().at("/objects/0/status").asText())
        .isEqualTo("MOCK_UNKNOWN_STATUS");
    assertThat(MOCK.caseDetail(name).path("status").asText()).isEqualTo("MOCK_UNKNOWN_STATUS");
    assertThat(MOCK.emedgene("/api/test").json().at("/hits/0/status").asText())
        .isEqualTo("MOCK_UNKNOWN_STATUS");
  }

  @Test
  void aFaultSparesOtherOperations() {
    faults().arm(Fault.serverError(500).on("getOneReport"));

    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
    assertThat(MOCK.opal("/reports/" + MOCK.space().reportIds().get(0)).status()).isEqualTo(500);
  }

  @Test
  void aFaultSparesOtherSpaces() {
    faults().arm(Fault.serverError(500));
    String other = RunningMock.basic(MOCK.server().space("other").credentials());

    assertThat(MOCK.send("GET", "/reports", "", Map.of("Authorization", other)).status())
        .isEqualTo(200);
  }

  @Test
  void aFaultOfTheServerActsInAllSpaces() {
    MOCK.server().faults().arm(Fault.serverError(500));

    assertThat(MOCK.opal("/reports").status()).isEqualTo(500);
    MOCK.server().faults().clear();
    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
  }

  @Test
  void aResetOfTheSpaceRemovesItsFaults() {
    faults().arm(Fault.serverError(500));
    MOCK.space().reset();

    assertThat(faults().armed()).isEmpty();
    assertThat(MOCK.opal("/reports").status()).isEqualTo(200);
  }

  @Test
  void aFaultThatIsUsedUpIsGone() {
    ArmedFault fault = faults().arm(Fault.serverError(500).skip(1).times(2));

    List<Integer> statuses = new ArrayList<>();
    for (int call = 0; call < 4; call++) {
      statuses.add(MOCK.opal("/reports?limit=1").status());
    }
    assertThat(statuses).containsExactly(200, 500, 500, 200);
    assertThat(faults().armed()).isEmpty();
    assertThat(fault.acted()).isEqualTo(2);
  }

  @Test
  void theCountersAreExactUnderManyThreads() throws Exception {
    ArmedFault fault = faults().arm(Fault.serverError(500).skip(50).times(100));
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<Integer>> calls = new ArrayList<>();
      for (int call = 0; call < 320; call++) {
        calls.add(threads.submit(() -> MOCK.opal("/reports?limit=1").status()));
      }
      int failed = 0;
      for (Future<Integer> call : calls) {
        failed += call.get() == 500 ? 1 : 0;
      }
      assertThat(failed).isEqualTo(100);
      assertThat(fault.acted()).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTimeBeyondAllBoundsIsRefusedAsOneThatIsTooLong() {
    assertThatThrownBy(() -> Fault.latency(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("to 600000");
  }

  @Test
  void anOperationThatNoContractHasIsRefused() {
    assertThatThrownBy(() -> faults().arm(Fault.unknownField().on("getNothing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no operation");
  }

  private static MockFaults faults() {
    return MOCK.space().faults();
  }

  private static int list(String token) {
    return MOCK.send("GET", "/api/test", "", Map.of("Authorization", "Bearer " + token)).status();
  }

  private static int list(String token, String beside) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token, "Emgauthorization", "Bearer " + beside);
    return MOCK.send("GET", "/api/test", "", headers).status();
  }

  private static int loginWith(String token) {
    String login =
        "{\"username\": \"demo@%s.lab.example\", \"password\": \"demo-password\"}"
            .formatted(MOCK.space().name());
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
    return MOCK.send("POST", "/api/auth/v2/api_login", login, headers).status();
  }

  private static List<Long> page(int offset) {
    return MOCK.opal("/reports?limit=2&offset=" + offset)
        .json()
        .path("objects")
        .valueStream()
        .map(report -> report.path("id").asLong())
        .toList();
  }
}
