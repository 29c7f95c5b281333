package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrowdTest {

  private static final int CONNECTIONS = 5;

  private MockServer server;
  private final Deque<Socket> open = new ConcurrentLinkedDeque<>();

  /** One for each test, since a server needs a moment to notice that connections have gone. */
  @BeforeEach
  void start() {
    server =
        MockServer.builder()
            .plainHttpPort(0)
            .limits(Limits.defaults().with(Limit.CONNECTIONS, CONNECTIONS))
            .start();
  }

  @AfterEach
  void closeAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    server.close();
  }

  @Test
  void aConnectionTooManyGets503AndIsClosed() throws IOException {
    for (int i = 0; i < CONNECTIONS; i++) {
      assertThat(firstLine(ask(connect()))).contains(" 200 ");
    }

    Socket extra = ask(connect());
    assertThat(new String(extra.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("HTTP/1.1 503 ")
        .contains("Connection: close", "{\"description\"", "--max-connections");
  }

  @Test
  void farTooManyConnectionsAreShutOutAtOnce() throws IOException {
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < 2 * (CONNECTIONS + 64); i++) {
      all.add(connect());
    }

    Socket last = all.get(all.size() - 1);
    assertThat(endsSilently(last)).isTrue();
  }

  private static boolean endsSilently(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("localhost", server.plainHttpUrl().orElseThrow().getPort());
    socket.setSoTimeout(10_000);
    open.add(socket);
    return socket;
  }

  private Socket ask(Socket socket) throws IOException {
    String request =
        "GET /reports?limit=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
            + RunningMock.basic(server.credentials())
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0 && next != '\n';
        next = socket.getInputStream().read()) {
      line.append((char) next);
    }
    return line.toString();
  }
}
