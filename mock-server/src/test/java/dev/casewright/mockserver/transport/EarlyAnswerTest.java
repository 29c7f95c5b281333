package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is answered before the body was read is told that the connection ends. */
@Timeout(30)
class EarlyAnswerTest {

  private static final String LONG = "x".repeat(600);

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings
                  .plainHttpPort(0)
                  .limits(
                      Limits.defaults()
                          .with(Limit.REQUEST_LINE_BYTES, 500)
                          .with(Limit.HEADERS, 8)
                          .with(Limit.BODY_BYTES, 1_000)));

  @ParameterizedTest
  @CsvSource({
    "POST /reports, 'Content-Length: 10', 302",
    "POST /api/auth/v2/api_login, 'Transfer-Encoding: chunked', 302"
  })
  void aRedirectClosesWhenTheBodyIsNotThere(String line, String header, int status)
      throws IOException {
    assertCloses(MOCK.server().httpUrl(), line, header, status);
  }

  @ParameterizedTest
  @CsvSource({
    "POST /reports?a=%zz, 'Content-Length: 10', 400",
    "TRACE /reports, 'Content-Length: 10', 405",
    "POST /__files/a, 'Content-Length: 10', 404",
    "POST /__mock/api/spaces, 'Content-Length: 10\r\nOrigin: http://elsewhere.example', 403",
    "POST /reports?long=LONG, 'Content-Length: 10', 414",
    "POST /reports, 'Content-Length: 10\r\nA: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\nF: 1\r\nG: 1', 431",
    "POST /api/auth/v2/api_login, 'Content-Length: 9000000000000', 413",
    "POST /api/auth/v2/api_login, 'Content-Length: 1001\r\nExpect: 100-continue', 413"
  })
  void aRefusalClosesWhenTheBodyIsNotThere(String line, String header, int status)
      throws IOException {
    assertCloses(plain(), line.replace("LONG", LONG), header, status);
  }

  @Test
  void aRedirectOfARequestWithoutABodyLeavesTheConnectionOpen() throws IOException {
    try (Socket socket = connect(MOCK.server().httpUrl())) {
      write(socket, "GET /reports", "Accept: */*");
      assertThat(head(socket)).startsWith("HTTP/1.1 302 ").doesNotContain("Connection: close");

      write(socket, "POST /api/test", "Content-Length: 0");
      assertThat(head(socket)).startsWith("HTTP/1.1 302 ").doesNotContain("Connection: close");
    }
  }

  private static void assertCloses(URI where, String line, String header, int status)
      throws IOException {
    try (Socket socket = connect(where)) {
      write(socket, line, header);

      assertThat(head(socket))
          .startsWith("HTTP/1.1 " + status + " ")
          .containsOnlyOnce("Connection: close");
    }
  }

  private static URI plain() {
    return MOCK.server().plainHttpUrl().orElseThrow();
  }

  private static Socket connect(URI where) throws IOException {
    Socket socket = new Socket("localhost", where.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void write(Socket socket, String line, String header) throws IOException {
    String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The answer up to its body. */
  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).as("%s", head).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }
}
