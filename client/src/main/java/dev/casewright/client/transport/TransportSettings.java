package dev.casewright.client.transport;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the transport behaves.
 *
 * @param connectTimeout the time for making a connection
 * @param timeout the time for a whole call, the last byte of the answer included
 * @param downloadTimeout the same for a call whose answer is a file
 * @param sslContext whom to trust; empty for what the JDK trusts
 */
public record TransportSettings(
    Duration connectTimeout,
    Duration timeout,
    Duration downloadTimeout,
    Optional<SSLContext> sslContext) {

  /** Refuses times that are not positive. */
  public TransportSettings {
    for (Duration time : new Duration[] {connectTimeout, timeout, downloadTimeout}) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException(
            "A timeout has to be longer than nothing; there is no way to wait for ever.");
      }
    }
  }
}
