package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.schedule.Scheduler;
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
 *
 * <p>Only looking a name up can take longer than the limit: the JDK cannot break it off, and it is
 * over when the resolver of the machine gives up. Nothing is sent after that.
 */
final class SocketPost implements Post {

  private final TargetRule rule;
  private final Supplier<SSLSocketFactory> tls;
  private final Scheduler scheduler;
  private final Duration limit;
  private final Set<Attempt> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Sends to what a rule allows.
   *
   * @param rule which addresses are good
   * @param tls trusts the receivers with TLS
   * @param scheduler ends attempts in time; its tasks are quick
   * @param limit how long one attempt may take
   */
  SocketPost(TargetRule rule, Supplier<SSLSocketFactory> tls, Scheduler scheduler, Duration limit) {
    this.rule = rule;
    this.tls = tls;
    this.scheduler = scheduler;
    this.limit = limit;
  }

  @Override
  public Optional<Integer> send(WebhookTarget target, Map<String, String> headers, byte[] body) {
    Attempt attempt = new Attempt();
    Runnable endInTime = scheduler.after(limit, attempt::end);
    open.add(attempt);
    if (closed) {
      attempt.end();
    }
    try {
      return Optional.of(send(target.url(), attempt, headers, body));
    } catch (IOException noAnswer) {
      return Optional.empty();
    } finally {
      open.remove(attempt);
      endInTime.run();
    }
  }

  private int send(URI url, Attempt attempt, Map<String, String> headers, byte[] body)
      throws IOException {
    IOException unreachable = null;
    for (InetAddress address : rule.addresses(url)) {
      try (Socket socket = attempt.next()) {
        try {
          socket.connect(new InetSocketAddress(address, TargetRule.port(url)));
        } catch (IOException refused) {
          unreachable = refused;
          continue;
        }
        return exchange(url, socket, headers, body);
      }
    }
    throw new IOException("No address of the target could be reached.", unreachable);
  }

  private int exchange(URI url, Socket plain, Map<String, String> headers, byte[] body)
      throws IOException {
    plain.setTcpNoDelay(true);
    Socket socket = TargetRule.isTls(url) ? secured(url, plain) : plain;
    OutputStream out = socket.getOutputStream();
    out.write(head(url, headers, body.length));
    out.write(body);
    out.flush();
    return new AnswerReader(socket).status();
  }

  private Socket secured(URI url, Socket plain) throws IOException {
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
    open.forEach(Attempt::end);
  }
}
