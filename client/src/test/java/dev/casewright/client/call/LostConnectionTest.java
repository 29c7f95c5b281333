package dev.casewright.client.call;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.Timeouts;
import feign.Client;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that break off, stall, or never come about. */
class LostConnectionTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient opal = opalWithin(Duration.ofSeconds(30));
  private final OpalClient impatient = opalWithin(SHORT);
  private final EmedgeneClient emedgene = Clients.emedgene(server).build();

  @AfterEach
  void close() {
    end.countDown();
    opal.close();
    impatient.close();
    emedgene.close();
    server.close();
  }

  @Test
  void aWriteWhoseConnectionDropsIsSentOnceAndItsOutcomeIsUnknown() {
    CasewrightException failure =
        failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED));

    assertThat(failure)
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("not known");
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aWriteOnAPooledConnectionThatDropsIsSentOnce() {
    server.answer(request -> Reply.json(200, "{}"));
    emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED);
    server.answer(request -> Reply.drop());

    assertThat(failureOf(() -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED)))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.received()).hasSize(2);
  }

  /** The JDK wraps it now and then. */
  @Test
  void aServerWithoutTlsIsKnownWithinAnotherExceptionToo() {
    Client plain =
        (request, options) -> {
          throw new IOException(
              "lost", new SSLException("Unsupported or unrecognized SSL message"));
        };
    try (EmedgeneClient client = Clients.emedgene(server).transport(plain).build()) {
      CasewrightException write =
          failureOf(() -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED));
      CasewrightException reading = failureOf(() -> client.getCaseInfo("EMG000000001"));

      assertThat(List.of(write, reading))
          .allSatisfy(
              failure -> {
                assertThat(failure)
                    .isExactlyInstanceOf(TransportException.class)
                    .hasMessageContaining("does not speak TLS");
                assertThat(failure.outcome()).isEqualTo(Outcome.UNCHANGED);
                assertThat(failure.attempts()).isEqualTo(1);
              });
    }
  }

  @Test
  void aReadingThatFailsHasAKnownOutcome() {
    assertThat(failureOf(() -> opal.getReport(5012)).outcomeUnknown()).isFalse();
  }

  @Test
  void aServerThatSaysNothingIsGivenUpAtTheDeadline() {
    server.answer(request -> Reply.silent(end));

    CasewrightException failure = failureOf(() -> impatient.getReport(5012));

    assertThat(failure).isInstanceOf(DeadlineException.class).hasMessageContaining("300 ms");
    assertThat(failure.elapsed()).isBetween(SHORT, Duration.ofSeconds(5));
  }

  @Test
  void aBodyThatStallsIsGivenUpAtTheDeadline() {
    server.answer(
        request ->
            Reply.stalled(
                (request.path().endsWith("pdf_report") ? "%PDF-1.7" : "{\"id\": ")
                    .getBytes(StandardCharsets.UTF_8),
                end));

    for (CasewrightException failure :
        List.of(
            failureOf(() -> impatient.getReport(5012)),
            failureOf(() -> impatient.downloadFinalPdf(5012, OutputStream.nullOutputStream())))) {
      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.elapsed()).isBetween(SHORT, Duration.ofSeconds(5));
    }
  }

  @Test
  void aDownloadThatEndsEarlyIsAFailureAndNotAShortFile() {
    server.answer(request -> Reply.truncated(100, Samples.pdf(50)));

    assertThat(failureOf(() -> opal.downloadFinalPdf(5012, OutputStream.nullOutputStream())))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(URI.create("http://localhost:" + port))
            .allowPlainHttpOnLoopback()
            .token("token")
            .build()) {
      CasewrightException failure =
          failureOf(() -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("host");
      assertThat(failure.status()).isEmpty();
      assertThat(failure.outcomeUnknown()).as("nothing was sent").isFalse();
    }
  }

  @Test
  void aThreadThatIsInterruptedStaysInterrupted() {
    server.answer(request -> Reply.silent(end));
    Thread.currentThread().interrupt();

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
  }

  private OpalClient opalWithin(Duration timeout) {
    return Clients.opal(server)
        .timeouts(Timeouts.defaults().withTotal(timeout).withDownload(timeout))
        .retry(RetryPolicy.never())
        .build();
  }
}
