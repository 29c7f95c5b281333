package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class SlowClientTest {

  private static final int SLOW = 40;

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings
                  .plainHttpPort(0)
                  .limits(
                      Limits.defaults()
                          .with(Limit.IDLE_TIME, Duration.ofSeconds(2))
                          .with(Limit.REQUEST_TIME, Duration.ofSeconds(1))
                          .with(Limit.REQUESTS, 4)));

  @Test
  void aConnectionThatSaysNothingIsClosed() throws IOException {
    try (Socket socket = connect()) {
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void aHeadThatStaysUnfinishedIsClosed() throws IOException {
    try (Socket socket = connect()) {
      write(socket, "GET /reports HTTP/1.1\r\nHost: loc");

      assertThat(answer(socket)).doesNotContain(" 200 ");
    }
  }

  @Test
  void aBodyThatStaysUnfinishedGets408() throws IOException {
    try (Socket socket = connect()) {
      write(socket, "POST /api/auth/v2/api_login HTTP/1.1\r\nHost: localhost\r\n");
      write(socket, "Content-Length: 100\r\n\r\n{\"username\":");

      assertThat(answer(socket))
          .startsWith("HTTP/1.1 408 ")
          .contains("{\"message\"", "--request-time");
    }
  }

  /** Every one of them would hold a thread for longer than the test may take. */
  @Test
  void slowClientsKeepNobodyFromBeingAnswered() throws IOException {
    Limits patient =
        Limits.defaults()
            .with(Limit.IDLE_TIME, Duration.ofMinutes(5))
            .with(Limit.REQUEST_TIME, Duration.ofMinutes(5))
            .with(Limit.REQUESTS, 4);
    try (MockServer server = MockServer.builder().plainHttpPort(0).limits(patient).start()) {
      List<Socket> slow = slowClients(server);
      try (Socket quick = connect(server)) {
        write(quick, "GET /reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer(quick)).startsWith("HTTP/1.1 401 ");
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  private static List<Socket> slowClients(MockServer server) throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      Socket socket = connect(server);
      slow.add(socket);
      write(socket, "POST /api/auth/v2/api_login HTTP/1.1\r\nHost: localhost\r\n");
      write(socket, "Content-Length: 100\r\n\r\n{");
    }
    return slow;
  }

  private static Socket connect() throws IOException {
    return connect(MOCK.server());
  }

  private static Socket connect(MockServer server) throws IOException {
    Socket socket = new Socket("localhost", server.plainHttpUrl().orElseThrow().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
