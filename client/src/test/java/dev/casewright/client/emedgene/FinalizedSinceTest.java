package dev.casewright.client.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.MovedClock;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.json.WireTimes;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.SizeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server lists all cases that it has; the time of this machine stands still unless moved. */
class FinalizedSinceTest {
  private static final Instant SINCE = Instant.parse("2031-01-08T14:00:00Z");
  private static final Instant LATER = SINCE.plusSeconds(600);

  private final Map<String, Reply> cases = new TreeMap<>();
  private Instant now = SINCE.plusSeconds(3600);
  private final FixtureServer server = FixtureServer.start(this::answer);
  private final EmedgeneClient client =
      Clients.emedgene(server).retry(RetryPolicy.never()).clock(new MovedClock(() -> now)).build();

  private Reply answer(Received request) {
    if (!request.path().equals("/api/test")) {
      return cases.get(request.path().replaceAll(".*(EMG\\w+).*", "$1"));
    }
    return Reply.json(
        200,
        cases.keySet().stream()
            .map("{\"name\": \"%s\", \"status\": \"finalized\"}"::formatted)
            .collect(Collectors.joining(", ", "{\"hits\": [", "]}")));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theWindowIsWidenedBy26HoursAndTheTimeSentAsThePageSendsIt() {
    client.finalizedSince(SINCE);

    assertThat(server.only().target())
        .isEqualTo("/api/test?status=finalized&from_status_change_date=2031-01-07T12%3A00%3A00");
  }

  @Test
  void aCaseIsGivenWithTheTimeOfItsChange() {
    cases.put("EMG1", finalized(LATER));

    assertThat(client.finalizedSince(SINCE).cases())
        .containsExactly(new FinalizedCase("EMG1", Optional.of(LATER)));
  }

  @Test
  void aCaseThatWasFinalizedBeforeIsNotGiven() {
    cases.put("EMG1", finalized(SINCE.minusSeconds(1)));

    assertThat(client.finalizedSince(SINCE).cases()).isEmpty();
  }

  @Test
  void aCaseOfTheSameSecondIsGivenAlthoughTheServerTellsNoFractions() {
    cases.put("EMG1", finalized(SINCE));

    assertThat(client.finalizedSince(SINCE.plusMillis(700)).cases()).hasSize(1);
  }

  @Test
  void aCaseThatWasGivenIsNotGivenAgainNorRead() {
    cases.put("EMG1", finalized(LATER));
    FinalizedMark mark = client.finalizedSince(SINCE).mark();

    assertThat(client.finalizedSince(mark).cases()).isEmpty();
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void theNextWindowBeginsBeforeTheNewestChange() {
    cases.put("EMG1", finalized(LATER));
    client.finalizedSince(client.finalizedSince(SINCE).mark());

    assertThat(server.received().get(2).query()).endsWith("=2031-01-07T12%3A10%3A00");
  }

  @Test
  void aChangeThatIsSaidToLieInTheFutureDoesNotMoveTheWindow() {
    cases.put("EMG1", finalized(now.plus(Duration.ofDays(400))));
    client.finalizedSince(client.finalizedSince(SINCE).mark());

    assertThat(server.received().get(2).query()).endsWith("=2031-01-07T12%3A00%3A00");
  }

  @Test
  void aCaseThatWasFinalizedAgainBetweenTwoCallsIsGivenAgainWhenItIsReadAgain() {
    cases.put("EMG1", finalized(LATER));
    FinalizedMark mark = client.finalizedSince(SINCE).mark();
    cases.put("EMG1", finalized(LATER.plusSeconds(5)));
    now = now.plus(Duration.ofMinutes(15));

    assertThat(client.finalizedSince(mark).cases())
        .containsExactly(new FinalizedCase("EMG1", Optional.of(LATER.plusSeconds(5))));
  }

  @Test
  void aCaseThatWasMissingInBetweenIsReadAtOnceWhenItIsListedAgain() {
    cases.put("EMG1", finalized(LATER));
    FinalizedMark mark = client.finalizedSince(SINCE).mark();
    cases.remove("EMG1");
    mark = client.finalizedSince(mark).mark();
    cases.put("EMG1", finalized(LATER.plusSeconds(5)));

    assertThat(client.finalizedSince(mark).cases()).hasSize(1);
  }

  @Test
  void aCaseThatWasMissingInBetweenWithoutAChangeIsNotGivenAgain() {
    cases.put("EMG1", finalized(LATER));
    FinalizedMark mark = client.finalizedSince(SINCE).mark();
    cases.remove("EMG1");
    mark = client.finalizedSince(mark).mark();
    cases.put("EMG1", finalized(LATER));

    assertThat(client.finalizedSince(mark).cases()).isEmpty();
  }

  @Test
  void aCaseThatIsOpenAgainIsNotGivenUntilItIsFinalized() {
    cases.put("EMG1", detail("delivered", LATER));
    FinalizedBatch batch = client.finalizedSince(SINCE);
    cases.put("EMG1", finalized(LATER));

    assertThat(batch.cases()).isEmpty();
    assertThat(client.finalizedSince(batch.mark()).cases()).hasSize(1);
  }

  @Test
  void aCaseThatIsGoneIsNotGiven() {
    cases.put("EMG1", Reply.json(404, "{}"));
    cases.put("EMG2", finalized(LATER));

    assertThat(client.finalizedSince(SINCE).cases())
        .extracting(FinalizedCase::name)
        .containsExactly("EMG2");
  }

  @Test
  void aCaseThatCannotBeUnderstoodIsGivenOnceByItsName() {
    cases.put("EMG1", Reply.json(200, "{\"name\": 7}"));
    FinalizedBatch batch = client.finalizedSince(SINCE);

    assertThat(batch.cases()).containsExactly(new FinalizedCase("EMG1", Optional.empty()));
    assertThat(client.finalizedSince(batch.mark(), Duration.ZERO).cases()).isEmpty();
  }

  @Test
  void aCaseThatWasGivenByItsNameIsNotGivenAgainWhenItsTimeIsTold() {
    for (Instant changed : List.of(LATER, SINCE.minusSeconds(1))) {
      cases.put("EMG1", Reply.json(200, "<html>"));
      FinalizedMark mark = client.finalizedSince(SINCE).mark();
      cases.put("EMG1", finalized(changed));

      assertThat(client.finalizedSince(mark, Duration.ZERO).cases()).isEmpty();
    }
  }

  @Test
  void aTimeThatIsToldLateCountsFromThenOn() {
    cases.put("EMG1", Reply.json(200, "{\"name\": \"EMG1\", \"status\": \"finalized\"}"));
    FinalizedMark mark = client.finalizedSince(SINCE).mark();
    cases.put("EMG1", finalized(LATER));
    mark = client.finalizedSince(mark, Duration.ZERO).mark();
    cases.put("EMG1", finalized(LATER.plusSeconds(5)));

    assertThat(client.finalizedSince(mark, Duration.ZERO).cases())
        .containsExactly(new FinalizedCase("EMG1", Optional.of(LATER.plusSeconds(5))));
  }

  @Test
  void withoutTimesTheWindowMovesWithTheClock() {
    cases.put("EMG1", Reply.json(200, "{\"name\": \"EMG1\", \"status\": \"finalized\"}"));
    client.finalizedSince(client.finalizedSince(SINCE).mark());

    assertThat(server.received().get(2).query()).endsWith("=2031-01-07T13%3A00%3A00");
  }

  @Test
  void aFailureGivesNothingAndTheSameMarkGivesEverythingLater() {
    cases.put("EMG1", finalized(LATER));
    cases.put("EMG2", Reply.json(500, "{}"));
    FinalizedMark mark = FinalizedMark.since(SINCE);
    assertThatThrownBy(() -> client.finalizedSince(mark)).isInstanceOf(ServerException.class);
    cases.put("EMG2", finalized(LATER));

    assertThat(client.finalizedSince(mark).cases()).hasSize(2);
  }

  @Test
  void aMissingPermissionIsNotTakenForNoCases() {
    cases.put("EMG1", Reply.json(403, "{}"));

    assertThatThrownBy(() -> client.finalizedSince(SINCE)).isInstanceOf(PermissionException.class);
  }

  @Test
  void anAnswerThatIsNoListIsNotTakenForNoCases() {
    server.answer(request -> Reply.json(200, "{\"message\": \"Canary\"}"));

    assertThatThrownBy(() -> client.finalizedSince(SINCE))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("/hits is missing")
        .message()
        .doesNotContain("Canary");
  }

  @Test
  void aListThatIsLargerThanAnAnswerMayBeIsReadAsItComes() {
    IntStream.range(0, 20)
        .forEach(number -> cases.put("EMG%04d".formatted(number), finalized(LATER)));
    try (EmedgeneClient small =
        EmedgeneClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .token("token")
            .sizeLimits(SizeLimits.defaults().withAnswer(200))
            .clock(new MovedClock(() -> now))
            .build()) {
      assertThat(small.finalizedSince(SINCE).cases()).hasSize(20);
    }
  }

  @Test
  void theFailureOfAListHasTheCorrelationIdOfItsRequest() {
    server.answer(request -> Reply.json(200, "{\"message\": \"none\"}"));

    DecodeException failure =
        catchThrowableOfType(DecodeException.class, () -> client.finalizedSince(SINCE));

    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(failure.correlationId()).isEqualTo(server.only().header("X-Correlation-ID"));
  }

  @Test
  void moreThan500NewCasesComeInSeveralBatches() {
    IntStream.range(0, 501)
        .forEach(number -> cases.put("EMG%04d".formatted(number), finalized(LATER)));

    FinalizedBatch first = client.finalizedSince(SINCE);
    FinalizedBatch second = client.finalizedSince(first.mark());

    assertThat(first.cases()).hasSize(500);
    assertThat(first.complete()).isFalse();
    assertThat(second.cases()).extracting(FinalizedCase::name).containsExactly("EMG0500");
    assertThat(second.complete()).isTrue();
  }

  private static Reply finalized(Instant changed) {
    return detail("finalized", changed);
  }

  private static Reply detail(String status, Instant changed) {
    return Reply.json(
        200,
        "{\"name\": \"EMG1\", \"status\": \"%s\", \"status_change_date\": \"%s\"}"
            .formatted(status, WireTimes.write(changed)));
  }
}
