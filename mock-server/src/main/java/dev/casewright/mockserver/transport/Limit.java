package dev.casewright.mockserver.transport;

import java.time.Duration;

/** One thing that the server takes only so much of. */
public enum Limit {
  /** Bytes of a request body, also once it is unpacked. */
  BODY_BYTES("--max-body-bytes", 10_485_760, "Size of a request body"),
  /** Bytes of the bodies of all requests, from their arrival to the end of their requests. */
  BODY_BYTES_TOGETHER("--max-body-bytes-together", 67_108_864, "Size of all bodies at once"),
  /** Bytes of the request line and all headers together. */
  HEADER_BYTES("--max-header-bytes", 32_768, "Size of the request line and all headers"),
  /** The number of headers. */
  HEADERS("--max-headers", 100, "Number of headers"),
  /** Bytes of the request line. */
  REQUEST_LINE_BYTES("--max-request-line-bytes", 8_192, "Size of the request line"),
  /** How deep objects and arrays of a JSON body lie in each other. */
  JSON_DEPTH("--max-json-depth", 100, "How deep JSON may be nested"),
  /** The characters of a number in a JSON body. */
  JSON_DIGITS("--max-json-digits", 100, "Characters of a number in JSON"),
  /** The characters of a text or name in a JSON body. */
  JSON_TEXT("--max-json-text", 1_000_000, "Characters of a text or name in JSON"),
  /** The values, names and brackets in a JSON body. */
  JSON_TOKENS("--max-json-tokens", 500_000, "Values, names and brackets in JSON"),
  /** How long a connection may say nothing. */
  IDLE_TIME("--idle-time", Duration.ofSeconds(30), "How long a connection may say nothing"),
  /** How long a client may take to send a request. */
  REQUEST_TIME("--request-time", Duration.ofMinutes(1), "How long a request may take to come in"),
  /** How long requests in flight may take once the server is told to stop. */
  STOP_TIME(
      "--stop-time", Duration.ofSeconds(10), "How long requests in flight may take at the end"),
  /** Open connections at once. */
  CONNECTIONS("--max-connections", 256, "Open connections at once"),
  /** Requests in work at once. */
  REQUESTS("--max-requests", 200, "Requests in work at once"),
  /** The number of spaces. */
  SPACES("--max-spaces", 1_000, "Number of spaces"),
  /** The exchanges that are kept of each space. */
  EXCHANGES("--max-exchanges", 100, "Exchanges kept of each space");

  private final String option;
  private final long standard;
  private final boolean isTime;
  private final String description;

  Limit(String option, int standard, String description) {
    this(option, standard, false, description);
  }

  Limit(String option, Duration standard, String description) {
    this(option, standard.toMillis(), true, description);
  }

  Limit(String option, long standard, boolean isTime, String description) {
    this.option = option;
    this.standard = standard;
    this.isTime = isTime;
    this.description = description;
  }

  /**
   * The option of the command line that sets it.
   *
   * @return the option with its hyphens
   */
  public String option() {
    return option;
  }

  /**
   * What is limited, as the help of the command line says it.
   *
   * @return a phrase without a full stop
   */
  public String description() {
    return description;
  }

  /**
   * Whether it is a time, and not a number.
   *
   * @return true for a time
   */
  public boolean isTime() {
    return isTime;
  }

  /** A number, or milliseconds. */
  long standard() {
    return standard;
  }
}
