package dev.casewright.bench.client;

import dev.casewright.mockserver.MockServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Gives the same answers each time, as fast as a socket takes them, so that a measurement shows the
 * client. Runs in a process of its own; its first line on standard output is its port. It ends when
 * its standard input does.
 */
public final class FixtureServer {

  static final int PDF_BYTES = 50 * 1024 * 1024;

  private static final int MOST_CONNECTIONS = 512;
  private static final int CHUNK = 64 * 1024;

  private final byte[] report;
  private final byte[] page;
  private final byte[] chunk = new byte[CHUNK];

  private FixtureServer(byte[] report, byte[] page) {
    this.report = report;
    this.page = page;
    Arrays.fill(chunk, (byte) ' ');
  }

  /**
   * Starts it.
   *
   * @param arguments none
   * @throws Exception if the mock server does not give the answers
   */
  public static void main(String[] arguments) throws Exception {
    FixtureServer server;
    try (MockServer mock =
        MockServer.builder().plainHttpPort(0).seedPack("large:1:1000:10").start()) {
      server = new FixtureServer(ask(mock, "/reports/5001"), ask(mock, "/reports?limit=100"));
    }
    ServerSocket door = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
    daemon(() -> server.open(door));
    System.out.println(door.getLocalPort());
    while (System.in.read() >= 0) {
      // Whoever started it is still there.
    }
  }

  private static byte[] ask(MockServer mock, String path) throws Exception {
    String key = mock.credentials().opalLogin() + ":" + mock.credentials().password();
    URI base = mock.plainHttpUrl().orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key.getBytes()))
            .build();
    byte[] body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    byte[] head = head("application/json", "", body.length);
    byte[] answer = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, answer, head.length, body.length);
    return answer;
  }

  private static byte[] head(String type, String more, int length) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\n"
            + more
            + "Content-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fixture");
    thread.setDaemon(true);
    thread.start();
  }

  private void open(ServerSocket door) {
    try {
      while (true) {
        Socket line = door.accept();
        line.setTcpNoDelay(true);
        daemon(() -> serve(line));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(Socket line) {
    try (line) {
      InputStream in = new BufferedInputStream(line.getInputStream());
      OutputStream out = line.getOutputStream();
      byte[] first = new byte[64];
      while (true) {
        int length = readHead(in, first);
        if (length == 0) {
          return;
        }
        String start = new String(first, 0, length, StandardCharsets.ISO_8859_1);
        if (start.contains("/pdf_report")) {
          writePdf(out);
        } else {
          out.write(start.contains("/reports/5001") ? report : page);
        }
      }
    } catch (IOException e) {
      // The client has closed its connection: nothing is left to do for it.
    }
  }

  /** Keeps the beginning of the request; 0 at the end of the connection. */
  private static int readHead(InputStream in, byte[] first) throws IOException {
    int length = 0;
    int newlines = 0;
    while (newlines < 2) {
      int read = in.read();
      if (read < 0) {
        return 0;
      }
      if (length < first.length) {
        first[length++] = (byte) read;
      }
      newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
    }
    return length;
  }

  private void writePdf(OutputStream out) throws IOException {
    byte[] begin = "%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    out.write(
        head(
            "application/pdf",
            "Content-Disposition: attachment; filename=report.pdf\r\n",
            PDF_BYTES));
    out.write(begin);
    int left = PDF_BYTES - begin.length - end.length;
    while (left > 0) {
      int part = Math.min(left, chunk.length);
      out.write(chunk, 0, part);
      left -= part;
    }
    out.write(end);
  }
}
