package dev.casewright.client;

import dev.casewright.client.call.Connection;
import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.JdkTransport;
import dev.casewright.client.transport.TransportSettings;
import dev.casewright.client.transport.TrustedCertificates;
import feign.Client;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What the builders of both clients have in common. Not thread-safe; the clients that it builds
 * are.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private URI baseUrl;
  private boolean plainHttpOnLoopback;
  private SSLContext sslContext;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration timeout = Duration.ofSeconds(60);
  private Duration downloadTimeout = Duration.ofMinutes(10);
  private Client transport;
  private Ticker ticker = Ticker.system();
  private Sleeper sleeper = Sleeper.system();

  /** Creates a builder with the defaults. */
  protected ClientBuilder() {}

  /**
   * Where the server is. Required.
   *
   * @param url the address, with https
   * @return this builder
   */
  public final B baseUrl(URI url) {
    this.baseUrl = Objects.requireNonNull(url, "url");
    return self();
  }

  /**
   * Trusts the certificates of a file, beside those that the JDK trusts. Reads the file at once.
   *
   * @param pemFile a file with one or more certificates in PEM form
   * @return this builder
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public final B trustedCertificate(Path pemFile) {
    return sslContext(TrustedCertificates.contextWith(pemFile));
  }

  /**
   * Uses a TLS context of one's own, for instance with a client certificate.
   *
   * @param context the context
   * @return this builder
   */
  public final B sslContext(SSLContext context) {
    this.sslContext = Objects.requireNonNull(context, "context");
    return self();
  }

  /**
   * Allows a base URL with plain http, if its host is this machine ({@code localhost}, {@code
   * 127.x.y.z} or {@code [::1]}). For tests.
   *
   * @return this builder
   */
  public final B allowPlainHttpOnLoopback() {
    this.plainHttpOnLoopback = true;
    return self();
  }

  /**
   * The time for making a connection; 10 seconds unless set.
   *
   * @param time a positive time
   * @return this builder
   */
  public final B connectTimeout(Duration time) {
    this.connectTimeout = Objects.requireNonNull(time, "time");
    return self();
  }

  /**
   * The time for a whole call, from its start to the last byte of the answer; 60 seconds unless
   * set.
   *
   * @param time a positive time
   * @return this builder
   */
  public final B timeout(Duration time) {
    this.timeout = Objects.requireNonNull(time, "time");
    return self();
  }

  /**
   * The time for a call whose answer is a file, to its last byte; 10 minutes unless set.
   *
   * @param time a positive time
   * @return this builder
   */
  public final B downloadTimeout(Duration time) {
    this.downloadTimeout = Objects.requireNonNull(time, "time");
    return self();
  }

  /**
   * Sends requests with a transport of one's own. It has to leave redirects alone, must not repeat
   * a request, and has to be thread-safe. Certificates and the timeout for downloads do not reach
   * it, and the client does not close it.
   *
   * @param client the transport
   * @return this builder
   */
  public final B transport(Client client) {
    this.transport = Objects.requireNonNull(client, "client");
    return self();
  }

  /**
   * Takes time from somewhere else. For tests.
   *
   * @param otherTicker tells how time passes
   * @param otherSleeper lets time pass
   * @return this builder
   */
  public final B time(Ticker otherTicker, Sleeper otherSleeper) {
    this.ticker = Objects.requireNonNull(otherTicker, "otherTicker");
    this.sleeper = Objects.requireNonNull(otherSleeper, "otherSleeper");
    return self();
  }

  /**
   * This builder, by its own type.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Checks what was set, and opens the transport.
   *
   * @return what a client talks to its server through
   * @throws IllegalArgumentException if the base URL or a timeout breaks its rule
   * @throws IllegalStateException if the base URL was not set
   */
  protected final Connection connect() {
    if (baseUrl == null) {
      throw new IllegalStateException("The base URL is not set: call baseUrl(...) before build().");
    }
    URI checked = BaseUrl.checked(baseUrl, plainHttpOnLoopback);
    TransportSettings settings =
        new TransportSettings(
            connectTimeout, timeout, downloadTimeout, Optional.ofNullable(sslContext));
    if (transport != null) {
      return new Connection(checked, transport, () -> {}, settings, ticker, sleeper);
    }
    JdkTransport own = new JdkTransport(settings);
    return new Connection(checked, own, own::close, settings, ticker, sleeper);
  }
}
