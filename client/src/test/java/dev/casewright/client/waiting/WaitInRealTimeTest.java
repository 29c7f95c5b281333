package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a wait early, in pauses of an hour. */
class WaitInRealTimeTest {
  private static final String NAME = "EMG000000001";

  private final CountDownLatch read = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(new StatusScript("in_progress"));
  private final EmedgeneClient client =
      Clients.emedgene(server).polling(PollPolicy.every(Duration.ofHours(1))).build();

  @AfterEach
  void close() {
    never.countDown();
    client.close();
    server.close();
  }

  @Test
  void aCancellationEndsAPauseAtOnce() throws Exception {
    Cancellation cancellation = new Cancellation();
    FutureTask<CaseStatus> waiting = start(forDelivery().cancelledBy(cancellation).build());
    read.await();

    cancellation.cancel();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void closingTheClientEndsAPauseAtOnce() throws Exception {
    FutureTask<CaseStatus> waiting = start(forDelivery().build());
    read.await();

    client.close();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void closingTheClientDuringTheFirstReadingEndsTheWaitAsCancelled() throws Exception {
    FutureTask<CaseStatus> waiting = startReading(Reply.silent(never));

    client.close();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class)
        .hasMessageContaining("The client was closed");
  }

  @Test
  void closingTheClientWhileAReadingIsToBeRepeatedEndsTheWaitAsCancelled() throws Exception {
    FutureTask<CaseStatus> waiting =
        startReading(Reply.of(503, Map.of("Retry-After", "30"), new byte[0]));

    client.close();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void aCancellationDuringAReadingThatFailsEndsTheWaitAsCancelled() {
    Cancellation cancellation = new Cancellation();
    server.answer(
        request -> {
          cancellation.cancel();
          return Reply.json(404, "{}");
        });

    assertThatThrownBy(
            () -> client.awaitStatus(NAME, forDelivery().cancelledBy(cancellation).build()))
        .isInstanceOf(CancellationException.class);
  }

  private FutureTask<CaseStatus> startReading(Reply reply) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.answer(
        request -> {
          asked.countDown();
          return reply;
        });
    FutureTask<CaseStatus> waiting = start(forDelivery().build());
    asked.await();
    return waiting;
  }

  @Test
  void aSignalEndsAPauseAndTheCaseIsReadAtOnce() throws Exception {
    server.answer(new StatusScript("in_progress", "delivered"));
    Signal signal = new Signal();
    FutureTask<CaseStatus> waiting = start(forDelivery().wokenBy(signal).build());
    read.await();

    signal.ring(NAME);

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void aSignalDuringAReadingLeadsToAnotherReading() throws Exception {
    Signal signal = new Signal();
    StatusScript script = new StatusScript("in_progress", "delivered");
    server.answer(
        request -> {
          if (server.received().size() == 1) {
            signal.ring(NAME);
          }
          return script.apply(request);
        });

    assertThat(start(forDelivery().wokenBy(signal).build()).get(10, TimeUnit.SECONDS))
        .isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void aThreadThatIsInterruptedInAReadingEndsTheWaitAndStaysInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.answer(
        request -> {
          asked.countDown();
          return Reply.silent(never);
        });
    CountDownLatch over = new CountDownLatch(1);
    boolean[] ended = new boolean[2];
    Thread thread =
        new Thread(
            () -> {
              try {
                client.awaitStatus(NAME, forDelivery().build());
              } catch (CancellationException cancelled) {
                ended[0] = true;
                ended[1] = Thread.currentThread().isInterrupted();
              }
              over.countDown();
            });
    thread.start();
    asked.await();

    thread.interrupt();

    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ended).containsExactly(true, true);
  }

  @Test
  void aReadingThatStallsEndsWithTheTimeOfTheWait() {
    server.answer(request -> Reply.silent(never));
    long start = System.nanoTime();

    assertThatThrownBy(() -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMillis(200)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("the last one read was none");

    // Ten times what a call may take beyond its deadline.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2200));
  }

  private Wait.Builder<CaseStatus> forDelivery() {
    return Wait.builder(Duration.ofHours(10), CaseStatus.DELIVERED)
        .listener(progress -> read.countDown());
  }

  private FutureTask<CaseStatus> start(Wait<CaseStatus> wait) {
    FutureTask<CaseStatus> waiting =
        new FutureTask<>(() -> client.awaitStatus(NAME, wait).status());
    Thread thread = new Thread(waiting);
    thread.setDaemon(true);
    thread.start();
    return waiting;
  }
}
