package dev.casewright.client.transport;

import dev.casewright.client.time.Ticker;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the transport behaves.
 *
 * @param timeouts how long things may take
 * @param sslContext whom to trust; empty for what the JDK trusts
 * @param ticker tells how time passes
 * @param proxy the way through a proxy; empty for what the settings of the JVM say
 */
public record TransportSettings(
    Timeouts timeouts, Optional<SSLContext> sslContext, Ticker ticker, Optional<HttpProxy> proxy) {

  /**
   * Settings with the proxy of the JVM's own settings.
   *
   * @param timeouts how long things may take
   * @param sslContext whom to trust; empty for what the JDK trusts
   * @param ticker tells how time passes
   */
  public TransportSettings(Timeouts timeouts, Optional<SSLContext> sslContext, Ticker ticker) {
    this(timeouts, sslContext, ticker, Optional.empty());
  }
}
