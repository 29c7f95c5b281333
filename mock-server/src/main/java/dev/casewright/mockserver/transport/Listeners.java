package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.security.KeyStore;
import java.util.OptionalInt;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * WireMock's Jetty with listeners of our own, so that one server has all three ports, each with its
 * role, and the TLS key never lies in a file. HTTP/1.1 only.
 */
final class Listeners extends Jetty11HttpServer {

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  private final ServerConnector https;
  private final ServerConnector redirect;
  private final ServerConnector plain;
  private final Limits limits;
  private final Courier courier;
  private final Connections connections;
  private final BodyBudget bodies;
  private volatile int httpsPort;
  private volatile int redirectPort;
  private volatile OptionalInt plainPort = OptionalInt.empty();

  Listeners(
      Options options,
      AdminRequestHandler admin,
      StubRequestHandler stubs,
      Addresses addresses,
      RedirectWay redirects,
      Courier courier,
      Protection protection,
      KeyStore keyStore,
      String keyPassword) {
    super(options, admin, stubs);
    this.limits = protection.limits();
    this.courier = courier;
    Scheduler scheduler = new ScheduledExecutorScheduler("casewright-scheduler", true);
    jettyServer.addBean(scheduler);
    this.connections = new Connections(limits, System::nanoTime, scheduler);
    this.bodies = new BodyBudget(limits);
    this.https = listener(addresses.bind(), addresses.https(), tls(keyStore, keyPassword));
    this.redirect = listener(addresses.bind(), addresses.redirect(), null);
    this.plain =
        addresses.plain().isPresent()
            ? listener(addresses.bind(), addresses.plain().getAsInt(), null)
            : null;
    FrontHandler front =
        new FrontHandler(
            new AdminGuard(addresses.bind(), protection.admin()),
            this,
            redirects,
            courier,
            connections,
            bodies,
            limits);
    front.setHandler(jettyServer.getHandler());
    jettyServer.setHandler(front);
    jettyServer.setErrorHandler(new JsonErrors(limits));
  }

  @Override
  public void start() {
    super.start();
    // Kept, since a listener forgets its port when it is closed, before the last answers are out.
    httpsPort = https.getLocalPort();
    redirectPort = redirect.getLocalPort();
    plainPort = plain == null ? OptionalInt.empty() : OptionalInt.of(plain.getLocalPort());
    connections.watch();
  }

  /**
   * Lets no answer wait any more and takes no new connection, and returns when the requests in
   * flight are answered.
   */
  void finish() {
    // First, so that no answer promises that its connection goes on when others are refused.
    connections.announceEnd();
    courier.finish();
    for (Connector connector : jettyServer.getConnectors()) {
      ((ServerConnector) connector).close();
    }
    connections.finish();
  }

  boolean isRedirecting(Connector connector) {
    return connector == redirect;
  }

  @Override
  public int httpsPort() {
    return httpsPort;
  }

  int redirectPort() {
    return redirectPort;
  }

  OptionalInt plainPort() {
    return plainPort;
  }

  private ServerConnector listener(String bind, int port, SslConnectionFactory tls) {
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
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    ServerConnector connector =
        tls == null
            ? new ServerConnector(jettyServer, null, null, null, ACCEPTORS, SELECTORS, http)
            : new ServerConnector(jettyServer, null, null, null, ACCEPTORS, SELECTORS, tls, http);
    connector.setHost(bind);
    connector.setPort(port);
    connector.setIdleTimeout(limits.time(Limit.IDLE_TIME).toMillis());
    connector.addBean(connections);
    connector.addBean(bodies);
    jettyServer.addConnector(connector);
    return connector;
  }

  private static SslConnectionFactory tls(KeyStore keyStore, String keyPassword) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(keyStore);
    context.setKeyStorePassword(keyPassword);
    return new SslConnectionFactory(context, "http/1.1");
  }
}
