package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.http.HttpServer;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.security.KeyStore;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The Jetty that WireMock runs in: one server with all three ports, each with its role, whose TLS
 * key never lies in a file. HTTP/1.1, and HTTP/2 where TLS lets clients choose it.
 */
final class Listeners implements HttpServer {

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  /** As clients name them in RFC 7301, in small letters. */
  private static final String HTTP_1 = "http/1.1";

  private static final String HTTP_2 = "h2";

  private final Server server;
  private final ServerConnector https;
  private final ServerConnector redirect;
  private final ServerConnector plain;
  private final Limits limits;
  private final Courier courier;
  private final Connections connections;
  private volatile int httpsPort;
  private volatile int redirectPort;
  private volatile OptionalInt plainPort = OptionalInt.empty();

  Listeners(
      Addresses addresses,
      Limits limits,
      Courier courier,
      KeyStore keyStore,
      String keyPassword,
      BiFunction<Listeners, Connections, Handler> front) {
    this.limits = limits;
    this.courier = courier;
    Scheduler scheduler = new ScheduledExecutorScheduler("casewright-scheduler", true);
    this.server = new Server(RequestsInWork.threads(limits), scheduler, null);
    this.connections = new Connections(limits, System::nanoTime, scheduler);
    HttpConfiguration http = configuration();
    this.https =
        listener(addresses.bind(), addresses.https(), overTls(http, keyStore, keyPassword));
    this.redirect =
        listener(addresses.bind(), addresses.redirect(), new HttpConnectionFactory(http));
    this.plain =
        addresses.plain().isPresent()
            ? listener(
                addresses.bind(), addresses.plain().getAsInt(), new HttpConnectionFactory(http))
            : null;
    server.setHandler(front.apply(this, connections));
    server.setErrorHandler(new JsonErrors(limits, courier));
  }

  @Override
  public void start() {
    open(https, "--port");
    open(redirect, "--http-port");
    if (plain != null) {
      open(plain, "--plain-http-port");
    }
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The server cannot be started.", e);
    }
    // Kept, since a listener forgets its port when it is closed, before the last answers are out.
    httpsPort = https.getLocalPort();
    redirectPort = redirect.getLocalPort();
    plainPort = plain == null ? OptionalInt.empty() : OptionalInt.of(plain.getLocalPort());
    connections.watch();
  }

  /** One by one before the start, so that it is known which of them cannot be opened. */
  private void open(ServerConnector listener, String option) {
    try {
      listener.open();
    } catch (IOException | UnresolvedAddressException e) {
      for (Connector opened : server.getConnectors()) {
        ((ServerConnector) opened).close();
      }
      throw PortTakenException.of(listener.getHost(), listener.getPort(), option, e);
    }
  }

  /**
   * Lets no answer wait any more and takes no new connection, and returns when the requests in
   * flight are answered.
   */
  void finish() {
    // First, so that no answer promises that its connection goes on when others are refused.
    connections.announceEnd();
    courier.finish();
    for (Connector connector : server.getConnectors()) {
      ((ServerConnector) connector).close();
    }
    connections.finish();
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server cannot be stopped.", e);
    }
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  boolean isRedirecting(Connector connector) {
    return connector == redirect;
  }

  @Override
  public int port() {
    return redirectPort;
  }

  @Override
  public int httpsPort() {
    return httpsPort;
  }

  OptionalInt plainPort() {
    return plainPort;
  }

  private HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    // What is refused for its head is refused before its body comes.
    configuration.setDelayDispatchUntilContent(false);
    configuration.setRequestHeaderSize(limits.number(Limit.HEADER_BYTES));
    // Else a value is taken for one in other letters that came before on the same connection.
    configuration.setHeaderCacheCaseSensitive(true);
    // Paths are matched raw, so that an encoded slash stays a part of its segment.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    return configuration;
  }

  private ServerConnector listener(String bind, int port, ConnectionFactory... protocols) {
    ServerConnector connector =
        new ServerConnector(server, null, null, null, ACCEPTORS, SELECTORS, protocols);
    connector.setHost(bind);
    connector.setPort(port);
    connector.setIdleTimeout(limits.time(Limit.IDLE_TIME).toMillis());
    connector.addBean(connections);
    server.addConnector(connector);
    return connector;
  }

  private static ConnectionFactory[] overTls(
      HttpConfiguration configuration, KeyStore keyStore, String keyPassword) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(keyStore);
    context.setKeyStorePassword(keyPassword);
    // Ciphers come first that HTTP/2 allows.
    context.setCipherComparator(HTTP2Cipher.COMPARATOR);
    context.setUseCipherSuitesOrder(true);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory(HTTP_2, HTTP_1);
    choice.setDefaultProtocol(HTTP_1);
    return List.of(new SslConnectionFactory(context, choice.getProtocol()), choice, http2, http)
        .toArray(ConnectionFactory[]::new);
  }
}
