package dev.casewright.client.transport;

import dev.casewright.client.call.BasicText;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.Optional;

/**
 * A way through an HTTP proxy. Over https the proxy sees the name of the server and nothing else:
 * the client speaks TLS with the server through a tunnel (CONNECT). Immutable and thread-safe.
 */
public final class HttpProxy {
  private final ProxySelector selector;
  private final String authorization;

  private HttpProxy(ProxySelector selector, String authorization) {
    this.selector = selector;
    this.authorization = authorization;
  }

  /**
   * One proxy for everything. Its name is looked up when a connection is made.
   *
   * @param host its name or address
   * @param port its port, 1 to 65535
   * @return the proxy
   * @throws IllegalArgumentException if the host is blank or the port out of range
   */
  public static HttpProxy at(String host, int port) {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "A proxy needs the name of its host and a port from 1 to 65535.");
    }
    return chosenBy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)));
  }

  /**
   * Whatever a selector says for an address.
   *
   * @param selector the selector; thread-safe
   * @return the proxy
   */
  public static HttpProxy chosenBy(ProxySelector selector) {
    return new HttpProxy(Objects.requireNonNull(selector, "selector"), null);
  }

  /**
   * No proxy, even if the settings of the JVM ({@code https.proxyHost}) name one.
   *
   * @return the straight way
   */
  public static HttpProxy none() {
    return chosenBy(HttpClient.Builder.NO_PROXY);
  }

  /**
   * This one, with a user name and password for the proxy itself (Basic, in UTF-8). They are never
   * sent to the server.
   *
   * <p>For https the JDK sends them only if the JVM was started with {@code
   * -Djdk.http.auth.tunneling.disabledSchemes=} (nothing behind the equals sign); without it the
   * call ends with a {@code TransportException} that says so.
   *
   * @param user the name of the user, without a colon
   * @param password the password; not kept, so that it may be cleared afterwards
   * @return the proxy with credentials
   * @throws IllegalArgumentException if the name holds a colon
   */
  public HttpProxy withCredentials(String user, char[] password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("The name of a user of a proxy cannot hold a colon.");
    }
    return new HttpProxy(selector, BasicText.of(user, password));
  }

  ProxySelector selector() {
    return selector;
  }

  /** What the proxy is told, if it needs to be told something. */
  Optional<String> authorization() {
    return Optional.ofNullable(authorization);
  }

  /** Shows neither address nor credentials. */
  @Override
  public String toString() {
    return "HttpProxy[" + (authorization == null ? "without" : "with") + " credentials]";
  }
}
