package dev.casewright.mockserver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockExchanges;
import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last exchanges of each space are kept with what explains them. */
class JournalTest {

  private static final Instant START = Instant.parse("2031-03-04T09:15:00Z");
  private static final List<JournalEntry> HEARD = new CopyOnWriteArrayList<>();

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings
                  .clock(new MutableClock(START))
                  .limits(Limits.defaults().with(Limit.EXCHANGES, 5))
                  .onExchange(HEARD::add));

  @Test
  void everyAnswerTellsTheIdOfItsRequest() {
    String first = id(MOCK.opal("/reports"));
    String second = id(MOCK.opal("/nothing"));
    String third = id(MOCK.send(MOCK.server().httpUrl(), "GET", "/reports", "", Map.of()));

    assertThat(List.of(first, second, third))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("r-\\d{6,}"));
  }

  @Test
  void anExchangeIsKeptWithItsOutline() {
    Answer answer = MOCK.opal("/reports?limit=2");

    JournalEntry kept = exchanges().all().get(0);

    assertThat(kept.id()).isEqualTo(id(answer));
    assertThat(kept.space()).isEqualTo(MOCK.space().name());
    assertThat(kept.time()).isEqualTo(START);
    assertThat(kept.method()).isEqualTo("GET");
    assertThat(kept.operation()).contains("getReports");
    assertThat(kept.path()).contains("/reports");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.duration()).isPositive().isLessThan(Duration.ofMinutes(1));
    assertThat(kept.requestBytes()).isZero();
    assertThat(kept.answerBytes()).isEqualTo(answer.body().length);
    assertThat(kept.verdict()).isEqualTo(Verdict.SERVED);
  }

  @Test
  void whoDidNotAskIsExplainedToo() {
    long report = MOCK.space().reportIds("RUNNING").get(0);

    MOCK.opal("/reports/" + report + "/pdf_report");

    assertThat(exchanges().all().get(0).explanation().state())
        .containsExactly("report " + report + " RUNNING");
  }

  @Test
  void theStateIsToldThatDecidedNotTheOneThatIsThereWhenItIsRead() {
    long report = MOCK.space().reportIds("RUNNING").get(0);
    MOCK.opal("/reports/" + report + "/pdf_report");

    MOCK.space().setReportStatus(report, "APPROVED");

    assertThat(exchanges().text(1)).contains("report " + report + " RUNNING");
  }

  @Test
  void aRefusalIsToldFromAServedRequest() {
    MOCK.opal("/reports/" + MOCK.space().reportIds("RUNNING").get(0) + "/pdf_report");

    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aRequestThatBreaksTheContractIsToldFromARefusal() {
    MOCK.opal("/reports?limit=0");

    assertThat(verdict()).isEqualTo(Verdict.BREAKS_CONTRACT);
  }

  @Test
  void aRequestForNoOperationIsToldApart() {
    MOCK.opal("/nothing");

    assertThat(verdict()).isEqualTo(Verdict.NO_OPERATION);
    assertThat(exchanges().all().get(0).path()).isEmpty();
  }

  @Test
  void anAnswerOfAFaultIsToldApart() {
    MOCK.space().faults().arm(Fault.serverError(503));
    MOCK.opal("/reports");

    assertThat(verdict()).isEqualTo(Verdict.MADE_BY_FAULT);
  }

  @Test
  void aRedirectNamesTheOperationThatItWasMeantFor() {
    MOCK.send(
        MOCK.server().httpUrl(),
        "GET",
        "/reports",
        "",
        Map.of("Authorization", RunningMock.basic(MOCK.space().credentials())));

    assertThat(verdict()).isEqualTo(Verdict.REDIRECTED);
    assertThat(exchanges().all().get(0).operation()).contains("getReports");
  }

  @Test
  void whoIsLetIntoNoSpaceIsKeptInTheDefaultOne() {
    MOCK.server().space().exchanges().clear();

    Answer answer = MOCK.send("GET", "/reports", "", Map.of("Authorization", "Basic Q0FOQVJZ"));

    assertThat(MOCK.server().space().exchanges().find(id(answer))).isPresent();
  }

  @Test
  void onlyTheLastOnesAreKept() {
    String first = id(MOCK.opal("/reports?limit=1"));
    for (int i = 0; i < 5; i++) {
      MOCK.opal("/reports?limit=1");
    }

    assertThat(exchanges().all()).hasSize(5);
    assertThat(exchanges().find(first)).isEmpty();
  }

  @Test
  void theLatestComesFirst() {
    MOCK.opal("/reports?limit=1");
    String last = id(MOCK.opal("/reports?limit=1"));

    assertThat(exchanges().last(1)).extracting(JournalEntry::id).containsExactly(last);
  }

  @Test
  void aResetForgetsTheExchangesOfItsSpaceOnly() {
    String elsewhere = id(MOCK.opal("/nothing"));
    var other = MOCK.server().space("other");
    MOCK.send(
        "GET", "/reports", "", Map.of("Authorization", RunningMock.basic(other.credentials())));

    other.reset();

    assertThat(other.exchanges().all()).isEmpty();
    assertThat(MOCK.server().exchanges().find(elsewhere)).isPresent();
  }

  @Test
  void aRemovedSpaceLeavesNothingBehind() {
    var gone = MOCK.server().space("gone");
    String id =
        id(
            MOCK.send(
                "GET",
                "/reports",
                "",
                Map.of("Authorization", RunningMock.basic(gone.credentials()))));

    gone.remove();

    assertThat(MOCK.server().exchanges().find(id)).isEmpty();
  }

  @Test
  void whoListensIsToldOfEachExchange() {
    String id = id(MOCK.opal("/reports?limit=1"));

    assertThat(HEARD).extracting(JournalEntry::id).contains(id);
  }

  @Test
  void theTextReadsFromTheEarliestToTheLatest() {
    MOCK.opal("/reports?limit=0");
    MOCK.opal("/reports?limit=1");

    assertThat(exchanges().text(2))
        .matches(
            "(?s)r-\\d+ GET /reports getReports: 422 breaks-contract, [\\d.]+ ms\\n"
                + ".*contract: query limit: value.*\\n"
                + "r-\\d+ GET /reports getReports: 200 served, .*state: 1 reports are given.*");
  }

  @Test
  void nothingOfARequestIsKept() {
    for (String path :
        List.of("/CANARY", "/reports/CANARY", "/reports?CANARY=CANARY&order_by=CANARY")) {
      MOCK.opal(path);
    }
    MOCK.send(
        "CANARY",
        "/reports",
        "CANARY",
        Map.of("Authorization", RunningMock.basic(MOCK.space().credentials()), "CANARY", "CANARY"));
    MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson());
    String kept = MOCK.server().exchanges().text(1_000);
    String answered =
        MOCK.send("GET", "/__mock/api/exchanges", "", Map.of()).json().toString()
            + MOCK.send("GET", "/__mock/api/exchanges/CANARY", "", Map.of()).json();

    assertThat(kept).isNotEmpty();
    assertThat(kept + answered + HEARD)
        .doesNotContainIgnoringCase("CANARY")
        .doesNotContain(MOCK.space().credentials().password());
  }

  private static MockExchanges exchanges() {
    return MOCK.space().exchanges();
  }

  private static Verdict verdict() {
    return exchanges().all().get(0).verdict();
  }

  private static String id(Answer answer) {
    return Optional.of(answer).flatMap(one -> one.header("X-Mock-Request-Id")).orElseThrow();
  }
}
