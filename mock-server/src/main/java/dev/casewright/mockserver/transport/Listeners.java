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

/**
 * WireMock's Jetty with listeners of our own, so that one server has all three ports, each with its
 * role, and the TLS key never lies in a file. HTTP/1.1 only.
 */
final class Listeners extends Jetty11HttpServer {

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;
  private static final int HEADER_BYTES = 32_768;

  private final ServerConnector https;
  private final ServerConnector redirect;
  private final ServerConnector plain;

  Listeners(
      Options options,
      AdminRequestHandler admin,
      StubRequestHandler stubs,
      Addresses addresses,
      RedirectWay redirects,
      KeyStore keyStore,
      String keyPassword) {
    super(options, admin, stubs);
    this.https = listener(addresses.bind(), addresses.https(), tls(keyStore, keyPassword));
    this.redirect = listener(addresses.bind(), addresses.redirect(), null);
    this.plain =
        addresses.plain().isPresent()
            ? listener(addresses.bind(), addresses.plain().getAsInt(), null)
            : null;
    FrontHandler front = new FrontHandler(new AdminGuard(addresses.bind()), this, redirects);
    front.setHandler(jettyServer.getHandler());
    jettyServer.setHandler(front);
    jettyServer.setErrorHandler(new JsonErrors());
  }

  boolean isRedirecting(Connector connector) {
    return connector == redirect;
  }

  @Override
  public int httpsPort() {
    return https.getLocalPort();
  }

  int redirectPort() {
    return redirect.getLocalPort();
  }

  OptionalInt plainPort() {
    return plain == null ? OptionalInt.empty() : OptionalInt.of(plain.getLocalPort());
  }

  private ServerConnector listener(String bind, int port, SslConnectionFactory tls) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.setRequestHeaderSize(HEADER_BYTES);
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
