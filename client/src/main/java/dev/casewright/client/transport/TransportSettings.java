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
 */
public record TransportSettings(
    Timeouts timeouts, Optional<SSLContext> sslContext, Ticker ticker) {}
