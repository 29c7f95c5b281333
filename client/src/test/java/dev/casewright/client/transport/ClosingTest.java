package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.time.Ticker;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ClosingTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n%PDF";

  private final CountDownLatch running = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient opal = Clients.opal(server).build();
  private final EmedgeneClient emedgene = Clients.emedgene(server).build();

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    server.close();
  }

  @Test
  void aReadThatWaitsForItsAnswerFailsAtOnce() throws Exception {
    server.answer(request -> signalling(Reply.held("")));

    assertThat(failureWhenClosed(() -> opal.getReport(5012), opal))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the client was closed while the call was running");
    assertThat(server.openConnections(0)).isZero();
  }

  @Test
  void aWriteThatWaitsForItsAnswerFailsAtOnceAndItsOutcomeIsUnknown() throws Exception {
    server.answer(request -> signalling(Reply.held("")));

    assertThat(
            failureWhenClosed(
                () -> emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED), emedgene))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("the client was closed while the call was running");
  }

  @Test
  void aDownloadFailsAtOnce() throws Exception {
    server.answer(request -> Reply.held(HEAD));
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int octet) {
            running.countDown();
          }
        };

    assertThat(failureWhenClosed(() -> opal.downloadFinalPdf(5012, target), opal))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the client was closed while the call was running");
    assertThat(server.openConnections(0)).isZero();
  }

  @Test
  void aCallThatWaitsForAnotherAttemptFailsAtOnce() throws Exception {
    server.answer(request -> Reply.of(503, Map.of("Retry-After", "30"), new byte[0]));
    CallObserver observer =
        new CallObserver() {
          @Override
          public void attemptEnded(AttemptEvent event) {
            running.countDown();
          }
        };
    OpalClient client = Clients.opal(server).observer(observer).build();

    assertThat(failureWhenClosed(() -> client.getReport(5012), client))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed while a call waited");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aCallAfterwardsIsRefused() {
    opal.close();
    opal.close();

    assertThatThrownBy(() -> opal.getReport(5012))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aTransportOfOnesOwnIsNotClosedAndServesOthers() {
    server.answer(request -> Reply.json(200, Samples.report(5012, "CW-1")));
    try (JdkTransport own =
        new JdkTransport(
            Timeouts.defaults(), Optional.empty(), Ticker.system(), Optional.empty())) {
      OpalClient first = over(own);
      first.getReport(5012);
      first.close();

      assertThatThrownBy(() -> first.getReport(5012)).isInstanceOf(IllegalStateException.class);
      try (OpalClient next = over(own)) {
        assertThat(next.getReport(5012).id()).isEqualTo(5012);
      }
    }
  }

  @Test
  void noThreadOfOursIsLeft() throws Exception {
    Predicate<Thread> ours = thread -> thread.getName().startsWith("casewright-");
    List<Thread> before = threads(ours);
    server.answer(request -> Reply.held(HEAD));
    opal.openFinalPdf(5012);
    List<Thread> mine = threads(ours.and(thread -> !before.contains(thread)));
    opal.close();

    assertThat(mine)
        .extracting(Thread::getName)
        .contains("casewright-http", "casewright-deadlines");
    assertEnd(mine);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void fromJdk21OnNoThreadAndNoConnectionIsLeft() throws Exception {
    Predicate<Thread> ofTheJdk = thread -> thread.getName().startsWith("HttpClient-");
    List<Thread> before = threads(ofTheJdk);
    server.answer(request -> Reply.json(200, Samples.report(5012, "CW-1")));
    try (OpalClient client = over(null)) {
      client.getReport(5012);
    }

    assertEnd(threads(ofTheJdk.and(thread -> !before.contains(thread))));
    assertThat(server.openConnections(0)).isZero();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void closingOnAnInterruptedThreadGoesWellLeavesNoThreadAndKeepsTheInterrupt() throws Exception {
    Predicate<Thread> ofTheJdk = thread -> thread.getName().startsWith("HttpClient-");
    List<Thread> before = threads(ofTheJdk);
    server.answer(request -> Reply.json(200, Samples.report(5012, "CW-1")));
    OpalClient client = over(null);
    client.getReport(5012);

    Thread.currentThread().interrupt();
    try {
      client.close();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertEnd(threads(ofTheJdk.and(thread -> !before.contains(thread))));
  }

  /** Takes three seconds: that long the JDK sleeps before it looks whether it is still needed. */
  @Test
  @Tag("full")
  @EnabledForJreRange(max = JRE.JAVA_20)
  void beforeJdk21TheThreadOfTheJdkEndsWhenItIsCollectedAlthoughTheClientIsNot() throws Exception {
    Predicate<Thread> ofTheJdk = thread -> thread.getName().startsWith("HttpClient-");
    List<Thread> before = threads(ofTheJdk);
    server.answer(request -> Reply.json(200, Samples.report(5012, "CW-1")));
    OpalClient client = over(null);
    client.getReport(5012);
    List<Thread> mine = threads(ofTheJdk.and(thread -> !before.contains(thread)));
    client.close();

    for (int look = 0; look < 20 && mine.stream().anyMatch(Thread::isAlive); look++) {
      System.gc();
      mine.get(0).join(500);
    }
    assertThat(mine).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(server.openConnections(0)).isZero();
    assertThatThrownBy(() -> client.getReport(5012)).isInstanceOf(IllegalStateException.class);
  }

  private Throwable failureWhenClosed(Runnable call, AutoCloseable client) throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.runAsync(call)
            .handle((nothing, thrown) -> thrown == null ? null : thrown.getCause());
    assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
    client.close();
    return failure.get(5, TimeUnit.SECONDS);
  }

  private Reply signalling(Reply reply) {
    return new Reply() {
      @Override
      public boolean write(OutputStream out) {
        throw new UnsupportedOperationException("needs the connection");
      }

      @Override
      public boolean write(OutputStream out, Socket connection) throws IOException {
        running.countDown();
        return reply.write(out, connection);
      }
    };
  }

  private OpalClient over(JdkTransport transport) {
    var builder = Clients.opal(server);
    return transport == null ? builder.build() : builder.transport(transport).build();
  }

  private static List<Thread> threads(Predicate<Thread> which) {
    return Thread.getAllStackTraces().keySet().stream().filter(which).toList();
  }

  private static void assertEnd(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(5_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}
