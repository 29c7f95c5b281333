package dev.casewright.mockserver.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JudgeTest {

  private static final MutableClock CLOCK = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.clock(CLOCK).plainHttpPort(0));

  @Test
  void credentialsAtTheRedirectingPortAreFound() {
    MOCK.send(
        MOCK.server().httpUrl(),
        "GET",
        "/reports",
        "",
        Map.of("Authorization", RunningMock.basic(MOCK.space().credentials())));

    Finding finding = MOCK.space().judgement().findings().get(0);
    assertThat(finding.name()).isEqualTo("credentials-over-plain-http");
    assertThat(finding.operation()).isEqualTo("getReports");
    assertThat(finding.rule()).isEqualTo("OPAL-TLS-01");
    assertThat(finding.first()).isEqualTo(CLOCK.instant());
  }

  @Test
  void aTokenInTheOtherHeaderIsFoundToo() {
    MOCK.send(
        MOCK.server().httpUrl(),
        "GET",
        "/api/test",
        "",
        Map.of("Emgauthorization", "Bearer " + MOCK.space().emedgeneToken()));

    assertThat(names()).containsExactly("credentials-over-plain-http");
  }

  @Test
  void aLoginAtTheRedirectingPortIsFoundInTheDefaultSpace() {
    MOCK.server().space().judgement().clear();
    MOCK.send(
        MOCK.server().httpUrl(),
        "POST",
        "/api/auth/v2/api_login/",
        "{\"username\": \"x\"}",
        Map.of());

    assertThat(MOCK.server().space().judgement().findings())
        .extracting(Finding::name, Finding::operation)
        .containsExactly(tuple("credentials-over-plain-http", "login"));
  }

  @Test
  void thePlainPortThatTheUserOpenedIsFine() {
    MOCK.send(
        MOCK.server().plainHttpUrl().orElseThrow(),
        "GET",
        "/reports",
        "",
        Map.of("Authorization", RunningMock.basic(MOCK.space().credentials())));

    assertThat(names()).isEmpty();
  }

  @Test
  void aStaleTokenThatIsUsedAgainIsFound() {
    String stale = MOCK.space().expiredEmedgeneToken();

    assertThat(list(stale)).isEqualTo(401);
    assertThat(names()).isEmpty();
    list(stale);
    list(stale);
    list(MOCK.space().emedgeneToken());

    Finding finding = MOCK.space().judgement().findings().get(0);
    assertThat(names()).containsExactly("stale-token-used-again");
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.toString()).doesNotContain(stale);
  }

  @Test
  void aRetryThatComesTooEarlyIsFound() {
    MOCK.space().faults().arm(Fault.rateLimitedSeconds(Duration.ofSeconds(10)).times(1));
    MOCK.opal("/reports");
    CLOCK.advance(Duration.ofSeconds(9));
    MOCK.opal("/reports/" + MOCK.space().reportIds().get(0));
    assertThat(names()).isEmpty();
    MOCK.opal("/reports");

    assertThat(names()).containsExactly("retry-after-ignored");
  }

  @Test
  void aRetryAfterItsDateIsFine() {
    MOCK.space().faults().arm(Fault.rateLimitedDate(Duration.ofSeconds(10)).times(1));
    MOCK.opal("/reports");
    CLOCK.advance(Duration.ofSeconds(10));
    MOCK.opal("/reports");

    assertThat(names()).isEmpty();
  }

  @Test
  void aRetryBeforeItsDateIsFound() {
    MOCK.space().faults().arm(Fault.rateLimitedDate(Duration.ofSeconds(10)).times(1));
    MOCK.opal("/reports");
    CLOCK.advance(Duration.ofSeconds(8));
    MOCK.opal("/reports");

    assertThat(names()).containsExactly("retry-after-ignored");
  }

  @Test
  void aWriteRepeatedAfterALostAnswerIsFound() {
    MOCK.space().faults().arm(Fault.connectionDroppedAfter().on("createCase").times(1));
    RawExchange.over(MOCK.server(), post(Payloads.onePerson()));
    MOCK.emedgene("/api/test");
    assertThat(names()).isEmpty();
    MOCK.createCase();

    assertThat(MOCK.space().judgement().findings())
        .extracting(Finding::name)
        .containsExactly("write-repeated-after-lost-answer");
  }

  @Test
  void aWriteRepeatedAfterNothingWasDoneIsFine() {
    MOCK.space().faults().arm(Fault.connectionDroppedBefore().on("createCase").times(1));
    RawExchange.over(MOCK.server(), post(Payloads.onePerson()));
    MOCK.createCase();

    assertThat(names()).isEmpty();
  }

  @Test
  void aPageThatIsSkippedIsFound() {
    MOCK.opal("/reports?limit=2&offset=0");
    MOCK.opal("/reports?limit=2&offset=2");
    assertThat(names()).isEmpty();
    MOCK.opal("/reports?limit=2&offset=5");

    assertThat(names()).containsExactly("page-skipped");
  }

  @Test
  void pagesOfOtherFiltersAreAnotherWalk() {
    MOCK.opal("/reports?limit=2&offset=0");
    MOCK.opal("/reports?limit=2&offset=4&report_status=APPROVED");
    MOCK.opal("/reports?limit=3&offset=4");

    assertThat(names()).isEmpty();
  }

  @Test
  void nothingIsLeftOutBehindTheLastPage() {
    int all = MOCK.space().reportIds().size();
    MOCK.opal("/reports?limit=" + (all + 1));
    MOCK.opal("/reports?offset=" + (all + 5) + "&limit=" + (all + 1));

    assertThat(names()).isEmpty();
  }

  @Test
  void findingsAreReadAndForgottenOverTheAdminApi() {
    String stale = MOCK.space().expiredEmedgeneToken();
    list(stale);
    list(stale);

    Answer shown = admin("GET");
    assertThat(shown.json().at("/findings/0/name").asText()).isEqualTo("stale-token-used-again");
    assertThat(shown.json().at("/findings/0/rule").asText()).isEqualTo("EMG-AUTH-12");
    assertThat(new String(shown.body(), StandardCharsets.UTF_8)).doesNotContain(stale);
    assertThat(admin("DELETE").json().path("findings")).isEmpty();
    list(stale);
    assertThat(names()).isEmpty();
  }

  @Test
  void aResetOfTheSpaceForgetsItsFindings() {
    String stale = MOCK.space().expiredEmedgeneToken();
    list(stale);
    list(stale);
    MOCK.space().reset();

    assertThat(names()).isEmpty();
  }

  @Test
  void theCountIsExactUnderManyThreads() throws Exception {
    String stale = MOCK.space().expiredEmedgeneToken();
    list(stale);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<Integer>> calls = new ArrayList<>();
      for (int call = 0; call < 160; call++) {
        calls.add(threads.submit(() -> list(stale)));
      }
      for (Future<Integer> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(MOCK.space().judgement().findings().get(0).count()).isEqualTo(160);
  }

  private static List<String> names() {
    return MOCK.space().judgement().findings().stream().map(Finding::name).toList();
  }

  private static int list(String token) {
    return MOCK.send("GET", "/api/test", "", Map.of("Authorization", "Bearer " + token)).status();
  }

  private static Answer admin(String method) {
    return MOCK.send(
        method, "/__mock/api/spaces/" + MOCK.space().name() + "/judgement", "", Map.of());
  }

  private static String post(String body) {
    return "POST /api/cases/v2/cases/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + MOCK.space().emedgeneToken()
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }
}
