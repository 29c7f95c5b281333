package dev.casewright.client.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.transport.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseStreamTest {
  private static final String TWO_CASES =
      "{\"hits\": [{\"name\": \"EMG000000001\"}, {\"name\": \"EMG000000002\"}]}";

  private final List<CallEvent> calls = new ArrayList<>();
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, TWO_CASES));
  private final EmedgeneClient client = client(Timeouts.defaults());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theCasesComeInTheirOrderAsOneCall() {
    try (Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED)) {
      assertThat(cases)
          .extracting(CaseListEntry::name)
          .containsExactly("EMG000000001", "EMG000000002");
    }

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).operation()).isEqualTo("listCases");
    assertThat(calls.get(0).bytesReceived()).isEqualTo(TWO_CASES.length());
    assertThat(calls.get(0).correlationId()).isEqualTo(server.only().header("X-Correlation-ID"));
  }

  @Test
  void aStreamSendsNothingUntilItIsWalked() {
    client.streamCases(CaseStatus.FINALIZED).close();

    assertThat(server.received()).isEmpty();
    assertThat(calls).isEmpty();
  }

  @Test
  void theFiltersAreThoseOfTheList() {
    client.streamCases(CaseStatus.FINALIZED, LocalDateTime.of(2031, 1, 8, 14, 0)).toList();
    client
        .streamCases(CaseStatus.FINALIZED, OffsetDateTime.parse("2031-01-08T14:05:10.5+02:00"))
        .toList();

    assertThat(server.received())
        .extracting(Received::target)
        .containsExactly(
            "/api/test?status=finalized&from_status_change_date=2031-01-08T14%3A00%3A00",
            "/api/test?status=finalized&from_status_change_date=2031-01-08T14%3A05%3A10.5%2B02%3A00");
  }

  @Test
  void aCaseIsGivenBeforeTheAnswerIsThere() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.answer(
        request ->
            out -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[{\"name\": \"EMG000000001\"},"
                          + " ".repeat(20_000))
                      .getBytes(StandardCharsets.US_ASCII));
              out.flush();
              await(seen);
              out.write("{\"name\": \"EMG000000002\"}]".getBytes(StandardCharsets.US_ASCII));
              out.flush();
              return false;
            });

    try (Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED)) {
      Iterator<CaseListEntry> walk = cases.iterator();
      assertThat(walk.next().name()).isEqualTo("EMG000000001");
      seen.countDown();
      assertThat(walk.next().name()).isEqualTo("EMG000000002");
      assertThat(walk.hasNext()).isFalse();
    }
  }

  @Test
  void closingEarlyGivesUpTheConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    server.answer(request -> Reply.endlessRows("[", "{\"name\": \"EMG000000001\"},", gone));

    try (Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED)) {
      assertThat(cases.limit(3)).hasSize(3);
    }

    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(calls).singleElement().satisfies(call -> assertThat(call.failure()).isEmpty());
  }

  @Test
  void anAnswerThatBreaksOffIsAFailureOfTheConnectionAndEndsTheCall() {
    server.answer(
        request ->
            Reply.truncated(1000, TWO_CASES.substring(0, 40).getBytes(StandardCharsets.UTF_8)));
    List<String> names = new ArrayList<>();

    assertThatThrownBy(
            () ->
                client.streamCases(CaseStatus.FINALIZED).forEach(entry -> names.add(entry.name())))
        .isInstanceOf(TransportException.class);

    assertThat(calls)
        .singleElement()
        .satisfies(call -> assertThat(call.failure()).contains("TransportException"));
  }

  @Test
  void anAnswerThatDoesNotFitIsAnErrorWithItsPointerAndEndsTheCall() {
    server.answer(request -> Reply.json(200, TWO_CASES.replace("\"name\": \"EMG000000002\"", "")));

    assertThatThrownBy(() -> client.streamCases(CaseStatus.FINALIZED).toList())
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("/hits/1/name");

    assertThat(calls)
        .singleElement()
        .satisfies(call -> assertThat(call.failure()).contains("DecodeException"));
  }

  @Test
  void aRefusalIsThrownByTheWalk() {
    server.answer(request -> Reply.json(403, "{\"message\": \"no\"}"));
    Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED);

    assertThatThrownBy(cases::toList).isInstanceOf(PermissionException.class);
  }

  @Test
  void theWalkEndsAtTheDeadlineOfDownloads() {
    CountDownLatch gone = new CountDownLatch(1);
    server.answer(request -> Reply.endlessRows("[", "{\"name\": \"EMG000000001\"},", gone));
    try (EmedgeneClient impatient =
        client(Timeouts.defaults().withDownload(Duration.ofMillis(300)))) {
      assertThatThrownBy(() -> impatient.streamCases(CaseStatus.FINALIZED).count())
          .isInstanceOf(DeadlineException.class);
    }
  }

  @Test
  void whatTheWalkerThrowsIsNotTakenForAFailureOfTheCall() {
    try (Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED)) {
      assertThatThrownBy(
              () ->
                  cases.forEach(
                      entry -> {
                        throw new IllegalStateException("the walker's own");
                      }))
          .hasMessage("the walker's own");
    }
    assertThat(calls).singleElement().satisfies(call -> assertThat(call.failure()).isEmpty());
  }

  private EmedgeneClient client(Timeouts timeouts) {
    return EmedgeneClient.builder()
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .token("token")
        .timeouts(timeouts)
        .observer(
            new CallObserver() {
              @Override
              public void callEnded(CallEvent call) {
                calls.add(call);
              }
            })
        .build();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new IOException(interruption);
    }
  }
}
