package dev.casewright.mockserver.exchange;

/** The listener that a request came in at. */
public enum Entrance {
  /** The port with TLS. */
  HTTPS,
  /** The port without TLS that answers with redirects only. */
  REDIRECT,
  /** The port that serves both APIs without TLS. */
  PLAIN_HTTP
}
