package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RawConnection;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.schedule.ManualScheduler;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.schedule.SystemScheduler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StopTest {

  private static final String LOGIN =
      "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}";

  @Test
  void aRequestInFlightIsAnsweredAndItsConnectionClosed() throws Exception {
    try (MockServer server = MockServer.builder().plainHttpPort(0).start();
        Socket socket = connect(server)) {
      sendHead(socket);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      waitUntilRefused(server);

      socket.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Connection: close").endsWith("}");
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void anIdleConnectionDoesNotHoldUpTheStop() throws Exception {
    try (MockServer server = MockServer.builder().plainHttpPort(0).start();
        RawConnection connection = reports(server)) {
      // Only a connection that has served a request is surely one that the server knows of.
      connection.read(RawConnection.contentLength(connection.head()));

      CompletableFuture.runAsync(server::close).get(9, TimeUnit.SECONDS);

      assertThat(connection.rest()).isEmpty();
    }
  }

  @Test
  void aRequestThatNeverComesInIsNotWaitedForLongerThanTheStopTime() throws Exception {
    Limits limits = Limits.defaults().with(Limit.STOP_TIME, Duration.ofMillis(200));
    try (MockServer server = MockServer.builder().plainHttpPort(0).limits(limits).start();
        Socket socket = connect(server)) {
      sendHead(socket);

      CompletableFuture.runAsync(server::close).get(9, TimeUnit.SECONDS);
      assertThatThrownBy(() -> connect(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anAnswerThatWaitsGoesOutAtOnce() throws Exception {
    ManualScheduler scheduler = new ManualScheduler();
    try (MockServer server = withFault(Fault.latency(Duration.ofMinutes(10)), () -> scheduler);
        RawConnection connection = reports(server)) {
      scheduler.next();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);

      assertThat(connection.head()).startsWith("HTTP/1.1 200 ").contains("Connection: close");
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aStalledBodyDoesNotHoldUpTheStop() throws Exception {
    ManualScheduler scheduler = new ManualScheduler();
    try (MockServer server = withFault(Fault.stalledBody(Duration.ofMinutes(10)), () -> scheduler);
        RawConnection connection = reports(server)) {
      connection.head();
      scheduler.next();

      CompletableFuture.runAsync(server::close).get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void anAnswerThatWouldWaitDoesNotWhenTheStopHasBegun() throws Exception {
    try (MockServer server =
            withFault(
                Fault.latency(Duration.ofMinutes(10)), () -> new SystemScheduler("unused", 1));
        Socket socket = connect(server)) {
      sendHead(socket);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      waitUntilRefused(server);

      socket.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("}");
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  /** It would wait for a minute for what is in flight. */
  private static MockServer withFault(Fault fault, Supplier<Scheduler> scheduler) {
    MockServer server =
        MockServer.builder()
            .plainHttpPort(0)
            .scheduler(scheduler)
            .limits(Limits.defaults().with(Limit.STOP_TIME, Duration.ofMinutes(1)))
            .start();
    server.faults().arm(fault);
    return server;
  }

  private static RawConnection reports(MockServer server) throws IOException {
    return RawConnection.to(server)
        .get("/reports?limit=1", RunningMock.basic(server.credentials()));
  }

  /** The head is read when the server asks for the body. */
  private static void sendHead(Socket socket) throws IOException {
    String head =
        "POST /api/auth/v2/api_login HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
            + "Content-Length: "
            + LOGIN.length()
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    byte[] goOn = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
    assertThat(new String(goOn, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
  }

  private static void waitUntilRefused(MockServer server) throws IOException {
    while (true) {
      try (Socket socket = connect(server)) {
        assertThat(socket.isConnected()).isTrue();
      } catch (ConnectException refused) {
        return;
      }
    }
  }

  private static Socket connect(MockServer server) throws IOException {
    Socket socket = new Socket("localhost", server.plainHttpUrl().orElseThrow().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }
}
