package dev.casewright.mockserver.fuzz;

import dev.casewright.mockserver.MockServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** One connection at a time to one port, opened again whenever the server closes it. */
final class FuzzConnection implements AutoCloseable {

  /** A request that is neither answered nor closed by then hangs. */
  private static final int BOUND_MILLIS = 20_000;

  private final MockServer server;
  private final boolean tls;
  private Socket socket;
  private InputStream input;

  FuzzConnection(MockServer server, boolean tls) {
    this.server = server;
    this.tls = tls;
  }

  /**
   * Sends a request.
   *
   * @return all that came back; empty if the connection was closed without a word
   * @throws SocketTimeoutException if nothing comes back in time
   */
  String send(BadRequest request) throws IOException {
    for (int attempt = 0; ; attempt++) {
      boolean fresh = socket == null;
      if (fresh) {
        open();
      }
      try {
        socket.getOutputStream().write(request.bytes());
        socket.getOutputStream().flush();
        if (!request.whole()) {
          socket.shutdownOutput();
        }
        String answer = request.whole() ? one() : rest();
        if (!request.whole() || isClosing(answer)) {
          close();
        }
        if (!answer.isEmpty() || fresh) {
          return answer;
        }
      } catch (SocketTimeoutException hang) {
        close();
        throw hang;
      } catch (IOException closed) {
        close();
        if (fresh || attempt > 0) {
          return "";
        }
      }
    }
  }

  private void open() throws IOException {
    socket =
        tls
            ? server
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", server.opalUrl().getPort())
            : new Socket("localhost", server.plainHttpUrl().orElseThrow().getPort());
    socket.setSoTimeout(BOUND_MILLIS);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  private String rest() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      input.transferTo(bytes);
    } catch (SocketTimeoutException hang) {
      throw hang;
    } catch (IOException reset) {
      // What came before the reset counts.
      return bytes.toString(StandardCharsets.UTF_8);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String one() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = input.read();
      if (next < 0) {
        close();
        return bytes.toString(StandardCharsets.UTF_8);
      }
      bytes.write(next);
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    int length = header(bytes.toString(StandardCharsets.UTF_8), "content-length").orElse(0);
    bytes.write(input.readNBytes(length));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Optional<Integer> header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> Integer.parseInt(line.substring(name.length() + 1).trim()))
        .findFirst();
  }

  private static boolean isClosing(String answer) {
    return answer.isEmpty() || answer.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
