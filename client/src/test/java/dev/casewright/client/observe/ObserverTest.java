package dev.casewright.client.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.FullAnswers;
import dev.casewright.client.fixture.Models;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Seen;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObserverTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final Seen seen = new Seen();
  private final FixtureServer server =
      FixtureServer.start(request -> Reply.json(200, Samples.report(1, "ä")));
  private final OpalClient opal = opal().build();
  private final EmedgeneClient emedgene = emedgene().token("token").build();

  @AfterEach
  void close() {
    end.countDown();
    opal.close();
    emedgene.close();
    server.close();
  }

  @Test
  void aReadIsOneCallOfOneAttempt() {
    opal.getReport(1);

    assertThat(seen.onlyCall().operation()).isEqualTo("getOneReport");
    assertThat(seen.onlyCall().attempts()).isEqualTo(1);
    assertThat(seen.onlyCall().status()).hasValue(200);
    assertThat(seen.onlyCall().failure()).isEmpty();
    assertThat(seen.onlyAttempt().operation()).isEqualTo("getOneReport");
    assertThat(seen.onlyAttempt().number()).isEqualTo(1);
    assertThat(seen.onlyAttempt().status()).hasValue(200);
    assertThat(seen.onlyAttempt().failure()).isEmpty();
  }

  @Test
  void theTimeOfACallIsNotShorterThanThatOfItsAttempt() {
    opal.getReport(1);

    assertThat(seen.onlyAttempt().elapsed()).isPositive();
    assertThat(seen.onlyCall().elapsed()).isGreaterThanOrEqualTo(seen.onlyAttempt().elapsed());
  }

  @Test
  void whatWasReceivedIsCountedInBytes() {
    opal.getReport(1);

    int bytes = Samples.report(1, "ä").getBytes(StandardCharsets.UTF_8).length;
    assertThat(seen.onlyAttempt().bytesReceived()).isEqualTo(bytes);
    assertThat(seen.onlyCall().bytesReceived()).isEqualTo(bytes);
    assertThat(seen.onlyCall().bytesSent()).isZero();
  }

  @Test
  void whatWasSentIsCountedInBytes() {
    server.answer(request -> Reply.json(200, "{}"));

    emedgene.updateStatus("EMG000000001", CaseStatus.of("ä"));

    int bytes = server.only().body().getBytes(StandardCharsets.UTF_8).length;
    assertThat(seen.onlyAttempt().bytesSent()).isEqualTo(bytes);
    assertThat(seen.onlyCall().bytesSent()).isEqualTo(bytes);
  }

  @Test
  void everyAttemptOfACallIsToldAndTheirSizesAreAddedUp() {
    answerOneAfterTheOther(
        Reply.json(503, "12345"), Reply.json(503, "123"), Reply.json(200, Samples.report(1, "a")));

    opal.getReport(1);

    assertThat(seen.attempts()).extracting(AttemptEvent::number).containsExactly(1, 2, 3);
    assertThat(seen.attempts())
        .extracting(attempt -> attempt.status().orElseThrow())
        .containsExactly(503, 503, 200);
    assertThat(seen.onlyCall().attempts()).isEqualTo(3);
    assertThat(seen.onlyCall().status()).hasValue(200);
    assertThat(seen.onlyCall().bytesReceived())
        .isEqualTo(seen.attempts().stream().mapToLong(AttemptEvent::bytesReceived).sum());
  }

  @Test
  void aRefusalEndsTheCallWithItsException() {
    server.answer(request -> Reply.json(422, "{\"description\": \"no\"}"));

    assertThat(catchThrowable(() -> opal.getReport(1))).isNotNull();

    assertThat(seen.onlyCall().status()).hasValue(422);
    assertThat(seen.onlyCall().failure()).contains("InvalidRequestException");
    assertThat(seen.onlyAttempt().failure()).isEmpty();
    assertThat(seen.onlyAttempt().bytesReceived()).isEqualTo(21);
  }

  @Test
  void aRedirectIsARefusal() {
    server.answer(
        request -> Reply.of(302, Map.of("Location", "https://elsewhere.example/"), new byte[0]));

    assertThat(catchThrowable(() -> opal.getReport(1))).isNotNull();

    assertThat(seen.onlyCall().status()).hasValue(302);
    assertThat(seen.onlyCall().failure()).contains("RedirectException");
  }

  @Test
  void anAnswerThatCannotBeReadEndsTheCallAndNotTheAttempt() {
    server.answer(request -> Reply.json(200, "{}"));

    assertThat(catchThrowable(() -> opal.getReport(1))).isNotNull();

    assertThat(seen.onlyAttempt().failure()).isEmpty();
    assertThat(seen.onlyAttempt().bytesReceived()).isEqualTo(2);
    assertThat(seen.onlyCall().status()).hasValue(200);
    assertThat(seen.onlyCall().failure()).contains("DecodeException");
  }

  @Test
  void aTimeThatRunsOutEndsBoth() {
    server.answer(request -> Reply.silent(end));
    try (OpalClient impatient = opal().timeout(Duration.ofMillis(150)).build()) {
      assertThat(catchThrowable(() -> impatient.getReport(1))).isNotNull();
    }

    assertThat(seen.onlyAttempt().status()).isEmpty();
    assertThat(seen.onlyAttempt().failure()).contains("DeadlinePassedException");
    assertThat(seen.onlyCall().status()).isEmpty();
    assertThat(seen.onlyCall().failure()).contains("DeadlineException");
  }

  @Test
  void aBodyThatStallsEndsTheAttemptWithWhatCameOfIt() {
    server.answer(request -> Reply.stalled("{\"id\"".getBytes(StandardCharsets.UTF_8), end));
    try (OpalClient impatient = opal().timeout(Duration.ofMillis(150)).build()) {
      assertThat(catchThrowable(() -> impatient.getReport(1))).isNotNull();
    }

    assertThat(seen.onlyAttempt().status()).hasValue(200);
    assertThat(seen.onlyAttempt().bytesReceived()).isEqualTo(5);
    assertThat(seen.onlyAttempt().failure()).contains("DeadlinePassedException");
    assertThat(seen.onlyCall().failure()).contains("DeadlineException");
  }

  @Test
  void aWriteThatIsNeverAnsweredIsOneAttempt() {
    server.answer(request -> Reply.drop());

    assertThat(catchThrowable(() -> emedgene.updateStatus("EMG000000001", CaseStatus.FINALIZED)))
        .isNotNull();

    assertThat(seen.onlyAttempt().status()).isEmpty();
    assertThat(seen.onlyAttempt().failure()).isPresent();
    assertThat(seen.onlyCall().failure()).contains("OutcomeUnknownException");
  }

  @Test
  void aCallThatIsRefusedBeforeItIsSentHasNoAttempt() {
    try (EmedgeneClient reader = emedgene().token("token").readOnly().build()) {
      assertThat(catchThrowable(() -> reader.updateStatus("EMG000000001", CaseStatus.FINALIZED)))
          .isNotNull();
      assertThat(catchThrowable(() -> reader.getCase("../x"))).isNotNull();
    }

    assertThat(seen.attempts()).isEmpty();
    assertThat(seen.calls()).extracting(CallEvent::attempts).containsExactly(0, 0);
    assertThat(seen.calls())
        .extracting(call -> call.failure().orElseThrow())
        .containsExactly("ReadOnlyException", "IllegalArgumentException");
  }

  @Test
  void aDownloadThatIsRefusedIsACall() {
    server.answer(request -> Reply.json(422, "{}"));

    assertThat(catchThrowable(() -> opal.downloadFinalPdf(1, OutputStream.nullOutputStream())))
        .isNotNull();

    assertThat(seen.onlyCall().operation()).isEqualTo("getFinalPdfReport");
    assertThat(seen.onlyCall().failure()).contains("StateConflictException");
  }

  @Test
  void aDownloadIsACallThatEndsWithItsLastByte() {
    server.answer(request -> Reply.pdf("attachment; filename=r.pdf", FullAnswers.PDF));

    opal.downloadFinalPdf(1, OutputStream.nullOutputStream());

    assertThat(seen.onlyCall().operation()).isEqualTo("getFinalPdfReport");
    assertThat(seen.onlyCall().status()).hasValue(200);
    assertThat(seen.onlyCall().failure()).isEmpty();
    assertThat(seen.onlyCall().bytesReceived()).isEqualTo(FullAnswers.PDF.length);
    assertThat(seen.onlyAttempt().bytesReceived()).isEqualTo(FullAnswers.PDF.length);
  }

  @Test
  void aCreatedCaseThatCannotBeReadEndsTheCall() {
    server.answer(request -> Reply.json(201, "{}"));

    assertThat(
            catchThrowable(
                () ->
                    emedgene.createCase(
                        (CreateCaseRequest) Models.filled(CreateCaseRequest.class))))
        .isNotNull();

    assertThat(seen.onlyCall().failure()).contains("DecodeException");
  }

  @Test
  void whatAnObserverThrowsChangesNothingForAnybody() {
    for (Throwable thrown : List.of(new IllegalStateException(), new AssertionError())) {
      CallObserver throwing =
          new CallObserver() {
            @Override
            public void attemptEnded(AttemptEvent attempt) {
              ObserverTest.<RuntimeException>sneak(thrown);
            }

            @Override
            public void callEnded(CallEvent call) {
              ObserverTest.<RuntimeException>sneak(thrown);
            }
          };
      Seen other = new Seen();
      try (OpalClient client = opal().observer(throwing).observer(other).build()) {
        assertThat(client.getReport(1).id()).isEqualTo(1);
      }
      assertThat(other.onlyCall().failure()).isEmpty();
      assertThat(other.onlyAttempt().failure()).isEmpty();
    }
  }

  private OpalClientBuilder opal() {
    return Clients.opal(server)
        .retry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 20))
        .observer(seen);
  }

  private EmedgeneClientBuilder emedgene() {
    return Clients.withoutCredentials(server).observer(seen);
  }

  private void answerOneAfterTheOther(Reply... replies) {
    AtomicInteger next = new AtomicInteger();
    server.answer(request -> replies[next.getAndIncrement()]);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
