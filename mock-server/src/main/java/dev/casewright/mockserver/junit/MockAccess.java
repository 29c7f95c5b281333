package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.net.URI;
import javax.net.ssl.SSLContext;

/**
 * All that a client needs to get at one space of a mock server. Immutable.
 *
 * <pre>{@code
 * OpalClient.builder()
 *     .baseUrl(mock.opalUrl())
 *     .sslContext(mock.sslContext())
 *     .credentials(mock.opalLogin(), mock.password())
 *     .build();
 * }</pre>
 */
public final class MockAccess {

  private final MockServer server;
  private final DemoCredentials credentials;

  MockAccess(MockServer server, MockSpace space) {
    this.server = server;
    this.credentials = space.credentials();
  }

  /**
   * The base address of Opal, with TLS.
   *
   * @return an address without a path
   */
  public URI opalUrl() {
    return server.opalUrl();
  }

  /**
   * The base address of Emedgene, with TLS.
   *
   * @return an address without a path
   */
  public URI emedgeneUrl() {
    return server.emedgeneUrl();
  }

  /**
   * The base address of both APIs without TLS.
   *
   * @return an address without a path
   * @throws IllegalStateException if the server was started without a port for it
   */
  public URI plainHttpUrl() {
    return server
        .plainHttpUrl()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The mock server has no port without TLS. Set plainHttp = true in"
                        + " @CasewrightMock, or plainHttpPort(0) of the MockServerBuilder."));
  }

  /**
   * The address without TLS that answers every request with a redirect to TLS.
   *
   * @return an address without a path
   */
  public URI httpUrl() {
    return server.httpUrl();
  }

  /**
   * A TLS context that trusts the server and nothing else.
   *
   * @return the context
   */
  public SSLContext sslContext() {
    return server.sslContext();
  }

  /**
   * The certificate to trust, for clients that take no TLS context.
   *
   * @return the certificate as PEM
   */
  public String caCertificatePem() {
    return server.caCertificatePem();
  }

  /**
   * The credentials that lead into the space.
   *
   * @return the credentials
   */
  public DemoCredentials credentials() {
    return credentials;
  }

  /**
   * The login of the Opal key.
   *
   * @return the login
   */
  public String opalLogin() {
    return credentials.opalLogin();
  }

  /**
   * The user name of the Emedgene login.
   *
   * @return the user name
   */
  public String emedgeneUsername() {
    return credentials.emedgeneUsername();
  }

  /**
   * The password of both.
   *
   * @return the password
   */
  public String password() {
    return credentials.password();
  }

  /** The address only. */
  @Override
  public String toString() {
    return "mock at " + opalUrl();
  }
}
