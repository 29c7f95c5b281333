package dev.casewright.client.transport;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.call.TransportClosedException;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wait for the head of an answer, which ends by an interruption that nobody gets to see. */
class HeadWaitTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final FixtureServer server =
      FixtureServer.start(
          request -> {
            asked.countDown();
            return Reply.silent(end);
          });
  private final JdkTransport transport =
      new JdkTransport(Timeouts.defaults(), Optional.empty(), new VirtualTime(), Optional.empty());
  private final OpalClient patient = opal(Timeouts.defaults());
  private final OpalClient impatient = opal(Timeouts.defaults().withResponse(SHORT));

  private OpalClient opal(Timeouts timeouts) {
    return Clients.opal(server)
        .timeouts(timeouts)
        .retry(RetryPolicy.never())
        .transport(transport)
        .build();
  }

  @AfterEach
  void close() {
    Thread.interrupted();
    end.countDown();
    transport.close();
    server.close();
  }

  @Test
  void aHeadThatIsLateLeavesNoInterruptionBehind() {
    assertThat(failureOf(() -> impatient.getReport(5012))).isInstanceOf(DeadlineException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();

    server.answer(request -> Reply.json(200, Samples.report(5012, "CW-1")));
    assertThat(patient.getReport(5012).id()).isEqualTo(5012);
  }

  @Test
  void aShortWaitEndsInTimeBesideALongOneThatBeganBefore() throws Exception {
    CompletableFuture<CasewrightException> longer = failing(patient);
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

    CasewrightException failure = failureOf(() -> impatient.getReport(5012));

    assertThat(failure).isInstanceOf(DeadlineException.class);
    assertThat(failure.elapsed()).isLessThan(SHORT.plusSeconds(2));
    assertThat(longer).isNotDone();
  }

  @Test
  void eachOfSeveralWaitsEndsInTime() {
    CompletableFuture<CasewrightException> other = failing(impatient);

    assertThat(failureOf(() -> impatient.getReport(5012))).isInstanceOf(DeadlineException.class);
    assertThat(other.orTimeout(5, TimeUnit.SECONDS).join()).isInstanceOf(DeadlineException.class);
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysInterrupted() throws Exception {
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> user =
        CompletableFuture.runAsync(
            () -> {
              awaitAsked();
              caller.interrupt();
            });

    CasewrightException failure = failureOf(() -> patient.getReport(5012));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
    assertThat(user).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void whoWaitsWhileItIsClosedIsNotInterruptedAfterwards() {
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              awaitAsked();
              transport.close();
            });

    CasewrightException failure = failureOf(() -> patient.getReport(5012));

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(failure)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the client was closed while the call was running");
    assertThat(closing).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void whatIsEndedBeforeItIsSentIsNotSent() {
    Set<Exchange> running = ConcurrentHashMap.newKeySet();
    Exchange exchange = new Exchange(Deadline.in(SHORT, new VirtualTime()), SHORT, running);
    try (DeadlineTimer timer = new DeadlineTimer(running)) {
      exchange.abort();

      assertThatThrownBy(
              () ->
                  exchange.send(
                      HttpClient.newHttpClient(),
                      HttpRequest.newBuilder(server.url()).build(),
                      SHORT,
                      timer))
          .isInstanceOf(TransportClosedException.class);
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(server.received()).isEmpty();
    assertThat(running).isEmpty();
  }

  private static CompletableFuture<CasewrightException> failing(OpalClient opal) {
    return CompletableFuture.supplyAsync(() -> failureOf(() -> opal.getReport(5012)));
  }

  private void awaitAsked() {
    try {
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }
}
