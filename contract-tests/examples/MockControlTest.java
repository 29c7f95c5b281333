import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSnapshot;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.webhook.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test can do to the mock server. */
class MockControlTest {

  private MockServer mock;
  private MockSpace space;

  @BeforeEach
  void start() {
    mock = MockServer.start();
    space = mock.space("my-test");
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void deviations() {
    // region deviations
    space.deviations().add("OPAL-FIND-01");
    // endregion
    assertTrue(space.deviations().ids().contains("OPAL-FIND-01"));
  }

  @Test
  void faults() {
    // region faults
    space
        .faults()
        .arm(Fault.rateLimitedSeconds(Duration.ofSeconds(5)).on("getReports").skip(1).times(2));
    // ... what your program does
    assertTrue(space.judgement().findings().isEmpty(), "It called again too early.");
    // endregion
    assertEquals(1, space.faults().armed().size());
  }

  @Test
  void clockAndProgress() {
    // region clock
    space.clock().freezeAt(Instant.parse("2031-03-04T09:15:00Z"));
    space.clock().advance(Duration.ofSeconds(10));
    space.progress().ofReports(ProgressPolicy.everyReads(2));
    space.clock().reset();
    // endregion
    assertTrue(space.clock().now().isBefore(Instant.parse("2031-03-04T09:15:00Z")));
  }

  @Test
  void snapshots() {
    int before = space.reportIds("APPROVED").size();
    // region snapshots
    MockSnapshot snapshot = space.snapshot();
    space.setReportStatus(space.reportIds("RUNNING").get(0), "APPROVED");
    snapshot.restore();
    // endregion
    assertEquals(before, space.reportIds("APPROVED").size());
  }

  @Test
  void webhooks() throws IOException {
    HttpServer program =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext("/hook", MockControlTest::accept);
    program.start();
    URI hook = URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/hook");
    try {
      // region webhooks
      space.webhooks().register(hook, "my secret"); // where your program listens
      space.setCaseStatus(space.caseNames("delivered").get(0), "finalized");
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> awaitDeliveries(space));
      // endregion
      assertEquals(1, space.webhooks().deliveries().size());
    } finally {
      program.stop(0);
    }
  }

  // region deliveries
  static void awaitDeliveries(MockSpace space) {
    while (!space.webhooks().deliveries().stream()
        .allMatch(delivery -> delivery.outcome() == Delivery.Outcome.DELIVERED)) {
      Thread.onSpinWait();
    }
  }

  // endregion

  private static void accept(HttpExchange request) throws IOException {
    request.sendResponseHeaders(204, -1);
    request.close();
  }

  @Test
  void exchanges() {
    // region exchanges
    String whatTheMockSaw = space.exchanges().text(5);
    // endregion
    assertEquals("", whatTheMockSaw);
  }

  @Test
  void switches() {
    // region switches
    space.switches().set("opal-list-shape", "array");
    // endregion
    assertEquals("array", space.switches().value("opal-list-shape"));
  }
}
