package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.transport.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much of everything the server takes. */
final class LimitOptions {

  @Option(
      names = "--max-body-bytes",
      paramLabel = "BYTES",
      defaultValue = "10485760",
      description = "Size of a request body (default ${DEFAULT-VALUE}).")
  private int bodyBytes;

  @Option(
      names = "--max-header-bytes",
      paramLabel = "BYTES",
      defaultValue = "32768",
      description = "Size of the request line and all headers (default ${DEFAULT-VALUE}).")
  private int headerBytes;

  @Option(
      names = "--max-headers",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "Number of headers (default ${DEFAULT-VALUE}).")
  private int headers;

  @Option(
      names = "--max-request-line-bytes",
      paramLabel = "BYTES",
      defaultValue = "8192",
      description = "Size of the request line (default ${DEFAULT-VALUE}).")
  private int requestLineBytes;

  @Option(
      names = "--max-json-depth",
      paramLabel = "LEVELS",
      defaultValue = "100",
      description = "How deep JSON may be nested (default ${DEFAULT-VALUE}).")
  private int jsonDepth;

  @Option(
      names = "--max-json-digits",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "Characters of a number in JSON (default ${DEFAULT-VALUE}).")
  private int jsonDigits;

  @Option(
      names = "--max-json-text",
      paramLabel = "NUMBER",
      defaultValue = "1000000",
      description = "Characters of a text or name in JSON (default ${DEFAULT-VALUE}).")
  private int jsonText;

  @Option(
      names = "--max-json-tokens",
      paramLabel = "NUMBER",
      defaultValue = "500000",
      description = "Values, names and brackets in JSON (default ${DEFAULT-VALUE}).")
  private int jsonTokens;

  @Option(
      names = "--idle-time",
      paramLabel = "TIME",
      defaultValue = "PT30S",
      description = "How long a connection may say nothing (default ${DEFAULT-VALUE}).")
  private Duration idleTime;

  @Option(
      names = "--request-time",
      paramLabel = "TIME",
      defaultValue = "PT1M",
      description = "How long a request may take to come in (default ${DEFAULT-VALUE}).")
  private Duration requestTime;

  @Option(
      names = "--stop-time",
      paramLabel = "TIME",
      defaultValue = "PT10S",
      description = "How long requests in flight may take at the end (default ${DEFAULT-VALUE}).")
  private Duration stopTime;

  @Option(
      names = "--max-connections",
      paramLabel = "NUMBER",
      defaultValue = "256",
      description = "Open connections at once (default ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--max-requests",
      paramLabel = "NUMBER",
      defaultValue = "200",
      description = "Requests in work at once (default ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--max-spaces",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "Number of spaces (default ${DEFAULT-VALUE}).")
  private int spaces;

  Limits limits() {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        jsonDepth,
        jsonDigits,
        jsonText,
        jsonTokens,
        idleTime,
        requestTime,
        stopTime,
        connections,
        requests,
        spaces);
  }
}
