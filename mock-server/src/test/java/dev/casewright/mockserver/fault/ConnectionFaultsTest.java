package dev.casewright.mockserver.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RawConnection;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.Threads;
import dev.casewright.mockserver.schedule.ManualScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionFaultsTest {

  private static final ManualScheduler SCHEDULER = new ManualScheduler();

  @RegisterExtension
  static final RunningMock MOCK = new RunningMock(settings -> settings.scheduler(() -> SCHEDULER));

  @Test
  void latencyHoldsTheAnswerBackForItsTime() throws Exception {
    MOCK.space().faults().arm(Fault.latency(Duration.ofMinutes(5)));

    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> MOCK.opal("/reports"));
    ManualScheduler.Task wait = SCHEDULER.next();

    assertThat(wait.time()).isEqualTo(Duration.ofMinutes(5));
    assertThat(answer).isNotDone();
    wait.run();
    assertThat(answer.get().status()).isEqualTo(200);
    assertThat(answer.get().json().path("objects").size())
        .isEqualTo(MOCK.space().reportIds().size());
  }

  @Test
  void logNormalLatencyHasItsMedianWithoutDeviation() throws Exception {
    MOCK.space().faults().arm(Fault.latency(Duration.ofMillis(1500), 0));

    assertThat(waitOfOneCall()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void logNormalLatencyVaries() throws Exception {
    MOCK.space().faults().arm(Fault.latency(Duration.ofSeconds(1), 1));

    List<Duration> waits = List.of(waitOfOneCall(), waitOfOneCall(), waitOfOneCall());

    // Two draws may well be the same to the millisecond.
    assertThat(waits).allSatisfy(time -> assertThat(time).isPositive());
    assertThat(new HashSet<>(waits)).hasSizeGreaterThan(1);
  }

  @Test
  void aStalledBodyStopsInItsMiddleUntilItsTimeIsOver() throws IOException {
    MOCK.space().faults().arm(Fault.stalledBody());
    try (RawConnection connection = reports()) {
      int length = RawConnection.contentLength(connection.head());
      ManualScheduler.Task hold = SCHEDULER.next();

      assertThat(hold.time()).isEqualTo(Duration.ofSeconds(60));
      assertThat(connection.read(length / 2)).hasSize(length / 2);
      hold.run();
      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void aClientThatLeavesAStalledBodyEndsTheWait() throws Exception {
    MOCK.space().faults().arm(Fault.stalledBody(Duration.ofMinutes(9)));
    ManualScheduler.Task hold;
    try (RawConnection connection = reports()) {
      connection.head();
      hold = SCHEDULER.next();
    }

    assertThat(hold.isCancelledInTime()).isTrue();
  }

  @Test
  void aConnectionDroppedBeforeHasDoneNothing() {
    MOCK.space().faults().arm(Fault.connectionDroppedBefore());
    int cases = MOCK.space().caseNames().size();

    assertThat(createCase().answer()).isEmpty();
    assertThat(MOCK.space().caseNames()).hasSize(cases);
  }

  @Test
  void aConnectionDroppedAfterHasDoneTheWork() {
    MOCK.space().faults().arm(Fault.connectionDroppedAfter());
    int cases = MOCK.space().caseNames().size();

    assertThat(createCase().answer()).isEmpty();
    assertThat(MOCK.space().caseNames()).hasSize(cases + 1);
  }

  @Test
  void aWrongLengthPromisesMoreThanComes() throws IOException {
    MOCK.space().faults().arm(Fault.wrongLength());
    try (RawConnection connection = reports()) {
      int length = RawConnection.contentLength(connection.head());

      assertThat(connection.rest().length).isPositive().isLessThan(length);
    }
  }

  @Test
  void latencyAndADropComeTogether() {
    MOCK.space().faults().arm(Fault.latency(Duration.ofSeconds(3)));
    MOCK.space().faults().arm(Fault.connectionDroppedAfter());

    CompletableFuture<RawExchange> exchange =
        CompletableFuture.supplyAsync(ConnectionFaultsTest::createCase);
    SCHEDULER.next().run();

    assertThat(exchange.join().answer()).isEmpty();
  }

  @Test
  void nothingIsLeftBehindWhenTheServerIsClosed() throws IOException {
    Set<Thread> before = Threads.named("casewright-mock-scheduler");
    try (RawConnection waiting = leftBehind()) {
      assertThat(waiting.rest()).isEmpty();
    }
    Set<Thread> since = Threads.named("casewright-mock-scheduler");
    since.removeAll(before);
    Threads.assertEnd(since);
  }

  private static RawConnection leftBehind() throws IOException {
    try (MockServer server = MockServer.start()) {
      server.faults().arm(Fault.stalledBody(Duration.ofMinutes(10)));
      RawConnection waiting =
          RawConnection.to(server)
              .get("/reports?limit=1", RunningMock.basic(server.space().credentials()));
      int length = RawConnection.contentLength(waiting.head());
      waiting.read(length / 2);
      return waiting;
    }
  }

  private static Duration waitOfOneCall() throws Exception {
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> MOCK.opal("/reports?limit=1"));
    ManualScheduler.Task wait = SCHEDULER.next();
    wait.run();
    assertThat(answer.get().status()).isEqualTo(200);
    return wait.time();
  }

  private static RawConnection reports() throws IOException {
    return RawConnection.to(MOCK.server())
        .get("/reports", RunningMock.basic(MOCK.space().credentials()));
  }

  private static RawExchange createCase() {
    String body = Payloads.onePerson();
    return RawExchange.over(
        MOCK.server(),
        "POST /api/cases/v2/cases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + MOCK.space().emedgeneToken()
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body);
  }
}
