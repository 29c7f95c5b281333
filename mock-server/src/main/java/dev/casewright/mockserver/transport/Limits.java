package dev.casewright.mockserver.transport;

import java.time.Duration;
import java.util.Map;

/**
 * How much of everything the server takes, so that no client can use it up. Immutable.
 *
 * @param bodyBytes the size of a request body, also once it is uncompressed
 * @param headerBytes the size of the request line and all headers together
 * @param headers the number of headers
 * @param requestLineBytes the size of the request line
 * @param jsonDepth how deep objects and arrays of a JSON body lie in each other
 * @param jsonDigits the characters of a number in a JSON body
 * @param jsonText the characters of a text or name in a JSON body
 * @param jsonTokens the braces, brackets, names and values in a JSON body
 * @param idleTime how long a connection may say nothing
 * @param requestTime how long a client may take to send a request
 * @param stopTime how long requests in flight may take once the server is told to stop
 * @param connections open connections at once
 * @param requests requests in work at once
 * @param spaces the number of spaces
 */
public record Limits(
    int bodyBytes,
    int headerBytes,
    int headers,
    int requestLineBytes,
    int jsonDepth,
    int jsonDigits,
    int jsonText,
    int jsonTokens,
    Duration idleTime,
    Duration requestTime,
    Duration stopTime,
    int connections,
    int requests,
    int spaces) {

  private static final Limits DEFAULTS =
      new Limits(
          10_485_760,
          32_768,
          100,
          8_192,
          100,
          100,
          1_000_000,
          500_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          256,
          200,
          1_000);

  /**
   * Checks that each limit lets something through.
   *
   * @throws IllegalArgumentException if a limit is zero or less
   */
  public Limits {
    Map.of(
            "the body size", bodyBytes,
            "the header size", headerBytes,
            "the number of headers", headers,
            "the request line size", requestLineBytes,
            "the JSON depth", jsonDepth,
            "the JSON digits", jsonDigits,
            "the JSON text length", jsonText,
            "the JSON tokens", jsonTokens)
        .forEach(Limits::positive);
    Map.of(
            "the number of connections", connections,
            "the number of requests", requests,
            "the number of spaces", spaces)
        .forEach(Limits::positive);
    Map.of(
            "the idle time", idleTime,
            "the request time", requestTime,
            "the stop time", stopTime)
        .forEach((name, time) -> positive(name, time.toMillis()));
  }

  /**
   * The limits of a server that has none of its own set.
   *
   * @return the limits that the README tells
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * The same limits with another one for body bytes.
   *
   * @param value bytes, also once it is uncompressed
   * @return new limits
   */
  public Limits bodyBytes(int value) {
    return new Limits(
        value,
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

  /**
   * The same limits with another one for header bytes.
   *
   * @param value bytes of the request line and all headers together
   * @return new limits
   */
  public Limits headerBytes(int value) {
    return new Limits(
        bodyBytes,
        value,
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

  /**
   * The same limits with another one for headers.
   *
   * @param value the number of headers
   * @return new limits
   */
  public Limits headers(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        value,
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

  /**
   * The same limits with another one for request line bytes.
   *
   * @param value bytes of the request line
   * @return new limits
   */
  public Limits requestLineBytes(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        value,
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

  /**
   * The same limits with another one for JSON depth.
   *
   * @param value how deep objects and arrays may lie in each other
   * @return new limits
   */
  public Limits jsonDepth(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        value,
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

  /**
   * The same limits with another one for JSON digits.
   *
   * @param value characters of a number
   * @return new limits
   */
  public Limits jsonDigits(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        jsonDepth,
        value,
        jsonText,
        jsonTokens,
        idleTime,
        requestTime,
        stopTime,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for JSON text.
   *
   * @param value characters of a text or name
   * @return new limits
   */
  public Limits jsonText(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        jsonDepth,
        jsonDigits,
        value,
        jsonTokens,
        idleTime,
        requestTime,
        stopTime,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for JSON tokens.
   *
   * @param value the braces, brackets, names and values
   * @return new limits
   */
  public Limits jsonTokens(int value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        jsonDepth,
        jsonDigits,
        jsonText,
        value,
        idleTime,
        requestTime,
        stopTime,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for idle time.
   *
   * @param value how long a connection may say nothing
   * @return new limits
   */
  public Limits idleTime(Duration value) {
    return new Limits(
        bodyBytes,
        headerBytes,
        headers,
        requestLineBytes,
        jsonDepth,
        jsonDigits,
        jsonText,
        jsonTokens,
        value,
        requestTime,
        stopTime,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for request time.
   *
   * @param value how long a client may take to send a request
   * @return new limits
   */
  public Limits requestTime(Duration value) {
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
        value,
        stopTime,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for stop time.
   *
   * @param value how long requests in flight may take at the end
   * @return new limits
   */
  public Limits stopTime(Duration value) {
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
        value,
        connections,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for connections.
   *
   * @param value open connections at once
   * @return new limits
   */
  public Limits connections(int value) {
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
        value,
        requests,
        spaces);
  }

  /**
   * The same limits with another one for requests.
   *
   * @param value requests in work at once
   * @return new limits
   */
  public Limits requests(int value) {
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
        value,
        spaces);
  }

  /**
   * The same limits with another one for spaces.
   *
   * @param value the number of spaces
   * @return new limits
   */
  public Limits spaces(int value) {
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
        value);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Wrong limit: " + name + " must be more than 0. Give a larger one.");
    }
  }
}
