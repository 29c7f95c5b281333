package dev.casewright.mockserver.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends over a socket of its own. The HTTP clients of the JDK will not do: they look a name up
 * again after it was checked, repeat a POST unasked, go by proxies of the system, or leave threads
 * behind. Redirects are not followed: they are answers that are not 2xx.
 */
final class SocketPost implements Post {

  private final TargetRule rule;
  private final Supplier<SSLSocketFactory> tls;
  private final Duration limit;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Sends to what a rule allows.
   *
   * @param rule which addresses are good
   * @param tls trusts the receivers with TLS
   * @param limit how long one attempt may take
   */
  SocketPost(TargetRule rule, Supplier<SSLSocketFactory> tls, Duration limit) {
    this.rule = rule;
    this.tls = tls;
    this.limit = limit;
  }

  @Override
  public Optional<Integer> send(WebhookTarget target, Map<String, String> headers, byte[] body) {
    Deadline deadline = new Deadline(limit);
    try {
      IOException unreachable = null;
      for (InetAddress address : rule.addresses(target.url())) {
        Socket socket = new Socket();
        open.add(socket);
        try (socket) {
          int millis = deadline.millisLeft();
          try {
            socket.connect(new InetSocketAddress(address, TargetRule.port(target.url())), millis);
          } catch (IOException refused) {
            unreachable = refused;
            continue;
          }
          return Optional.of(exchange(target.url(), socket, headers, body, deadline));
        } finally {
          open.remove(socket);
        }
      }
      throw new IOException("No address of the target could be reached.", unreachable);
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private int exchange(
      URI url, Socket plain, Map<String, String> headers, byte[] body, Deadline deadline)
      throws IOException {
    if (closed) {
      throw new IOException("The server is being closed.");
    }
    plain.setTcpNoDelay(true);
    Socket socket = TargetRule.isTls(url) ? secured(url, plain, deadline) : plain;
    OutputStream out = socket.getOutputStream();
    out.write(head(url, headers, body.length));
    out.write(body);
    out.flush();
    return new AnswerReader(socket, deadline).status();
  }

  private Socket secured(URI url, Socket plain, Deadline deadline) throws IOException {
    plain.setSoTimeout(deadline.millisLeft());
    SSLSocket socket =
        (SSLSocket) tls.get().createSocket(plain, TargetRule.host(url), TargetRule.port(url), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] head(URI url, Map<String, String> headers, int length) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String port = url.getPort() > 0 ? ":" + url.getPort() : "";
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getHost()).append(port).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    closed = true;
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException alreadyBroken) {
        open.remove(socket);
      }
    }
  }
}
