package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class BodiesTogetherTest {

  private static final int MOST = 1_000;
  private static final String LOGIN = "/api/auth/v2/api_login";

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(
          settings ->
              settings
                  .plainHttpPort(0)
                  .limits(Limits.defaults().with(Limit.BODY_BYTES_TOGETHER, MOST)));

  @Test
  void bodiesThatAreTogetherTooLargeAreRefusedUntilSomeAreGone() throws IOException {
    List<Socket> unfinished = new ArrayList<>();
    Answer answer = login("x");
    assertThat(answer.status()).isEqualTo(401);
    try {
      // A body that arrives while a login is still in work is dropped, and another has to come.
      while (answer.status() == 401) {
        unfinished.add(almostAll());
        MOCK.opal("/reports?limit=1");
        answer = login("x");
      }

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().path("message").asText())
          .contains("1000 bytes", "--max-body-bytes-together");
    } finally {
      for (Socket socket : unfinished) {
        socket.close();
      }
    }
    while (answer.status() == 503) {
      answer = login("x");
    }
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void whatIsAnsweredTakesNothingAnyMore() {
    for (int i = 0; i < 4; i++) {
      assertThat(login("x".repeat(MOST / 2)).status()).isEqualTo(401);
    }
  }

  @Test
  void whatIsRefusedTakesNothingAnyMore() {
    assertThat(login("x".repeat(MOST)).status()).isEqualTo(503);
    assertThat(login("x".repeat(MOST / 2)).status()).isEqualTo(401);
  }

  @Test
  void whatABodyUnpacksToCountsToo() throws IOException {
    byte[] packed = gzip(new byte[MOST + 1]);
    RawExchange raw =
        RawExchange.over(
            MOCK.server(),
            "POST "
                + LOGIN
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + packed.length
                + "\r\n\r\n"
                + new String(packed, StandardCharsets.ISO_8859_1));

    assertThat(raw.statusLine()).contains(" 503 ");
    assertThat(raw.body()).contains("--max-body-bytes-together");
  }

  private static Answer login(String user) {
    String body = "{\"username\": \"" + user + "\", \"password\": \"wrong\"}";
    return MOCK.send("POST", LOGIN, body, Map.of());
  }

  /** A request that lacks one byte. */
  private static Socket almostAll() throws IOException {
    Socket socket = new Socket("localhost", MOCK.server().plainHttpUrl().orElseThrow().getPort());
    write(socket, "POST " + LOGIN + " HTTP/1.1\r\nHost: localhost\r\n");
    write(socket, "Content-Length: " + MOST + "\r\n\r\n" + "x".repeat(MOST - 1));
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    }
    return bytes.toByteArray();
  }
}
