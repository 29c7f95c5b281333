package dev.casewright.mockserver;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** One request written byte by byte, for what no HTTP client would send, and what came back. */
public record RawExchange(String answer) {

  public static RawExchange over(MockServer server, String request) {
    SSLSocketFactory factory = server.sslContext().getSocketFactory();
    try (Socket socket = factory.createSocket("localhost", server.opalUrl().getPort())) {
      return exchange(socket, request);
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    }
  }

  public static RawExchange over(URI plainHttp, String request) {
    try (Socket socket = new Socket("localhost", plainHttp.getPort())) {
      return exchange(socket, request);
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    }
  }

  private static RawExchange exchange(Socket socket, String request) throws IOException {
    String closing = request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return new RawExchange(
        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  public String statusLine() {
    return answer.lines().findFirst().orElse("");
  }

  public String header(String name) {
    return answer
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).trim())
        .findFirst()
        .orElse("");
  }

  public String body() {
    int end = answer.indexOf("\r\n\r\n");
    return end < 0 ? "" : answer.substring(end + 4);
  }
}
