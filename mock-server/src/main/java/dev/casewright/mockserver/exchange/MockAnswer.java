package dev.casewright.mockserver.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer before it goes out.
 *
 * @param status the status code
 * @param headers the headers by name
 * @param body the bytes of the body; empty if there is none
 * @param transmission how the bytes go out
 * @param trace why it is given
 */
public record MockAnswer(
    int status, Map<String, String> headers, byte[] body, Transmission transmission, Trace trace) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** Copies the headers. */
  public MockAnswer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * An answer of which nothing is noted yet.
   *
   * @param status the status code
   * @param headers the headers by name
   * @param body the bytes of the body; empty if there is none
   * @param transmission how the bytes go out
   */
  public MockAnswer(
      int status, Map<String, String> headers, byte[] body, Transmission transmission) {
    this(status, headers, body, transmission, new Trace());
  }

  /**
   * An answer that goes out in the usual way.
   *
   * @param status the status code
   * @param headers the headers by name
   * @param body the bytes of the body; empty if there is none
   */
  public MockAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Transmission.USUAL);
  }

  /**
   * An answer with a JSON body.
   *
   * @param status the status code
   * @param body the body
   * @return the answer
   */
  public static MockAnswer json(int status, JsonNode body) {
    return json(status, Json.bytes(body));
  }

  /**
   * An answer with a body that is JSON text already.
   *
   * @param status the status code
   * @param body the text in UTF-8
   * @return the answer
   */
  public static MockAnswer json(int status, byte[] body) {
    return new MockAnswer(status, Map.of(CONTENT_TYPE, "application/json"), body);
  }

  /**
   * An answer with a PDF to be saved under a name. The name goes out unquoted and last, since
   * clients take everything after the last {@code filename=} (OPAL-FILE-02, EMG-REP-09).
   *
   * @param fileName a name of ASCII letters, digits, dots, hyphens and underscores
   * @param body the bytes of the PDF
   * @return the answer
   */
  public static MockAnswer pdf(String fileName, byte[] body) {
    return new MockAnswer(200, Map.of(CONTENT_TYPE, "application/pdf"), body)
        .withHeader("Content-Disposition", "attachment; filename=" + fileName);
  }

  /**
   * An answer with an HTML page.
   *
   * @param page the page
   * @return the answer
   */
  public static MockAnswer html(String page) {
    return new MockAnswer(
        200,
        Map.of(CONTENT_TYPE, "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same answer with one header more.
   *
   * @param name the name
   * @param value the value
   * @return a new answer
   */
  public MockAnswer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new MockAnswer(status, more, body, transmission, trace);
  }

  /**
   * The same answer with what was noted on the way to it.
   *
   * @param other why it is given
   * @return a new answer
   */
  public MockAnswer withTrace(Trace other) {
    return new MockAnswer(status, headers, body, transmission, other);
  }

  /**
   * The same answer without a header.
   *
   * @param name the name, in any case
   * @return a new answer
   */
  public MockAnswer withoutHeader(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeIf(name::equalsIgnoreCase);
    return new MockAnswer(status, fewer, body, transmission, trace);
  }

  /**
   * The same answer with another status.
   *
   * @param other the status code
   * @return a new answer
   */
  public MockAnswer withStatus(int other) {
    return new MockAnswer(other, headers, body, transmission, trace);
  }

  /**
   * The same answer with other bytes.
   *
   * @param other the bytes of the body
   * @return a new answer
   */
  public MockAnswer withBody(byte[] other) {
    return new MockAnswer(status, headers, other, transmission, trace);
  }

  /**
   * The same answer, going out in another way.
   *
   * @param other how its bytes go out
   * @return a new answer
   */
  public MockAnswer withTransmission(Transmission other) {
    return new MockAnswer(status, headers, body, other, trace);
  }

  /**
   * The value of a header.
   *
   * @param name the name, in any case
   * @return the value; nothing without that header
   */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * The body as JSON.
   *
   * @return a new tree; nothing if the answer is not called JSON
   */
  public Optional<JsonNode> json() {
    return header(CONTENT_TYPE)
        .filter(type -> type.startsWith("application/json"))
        .flatMap(type -> Json.read(body));
  }

  @Override
  public String toString() {
    return "answer " + status + " of " + body.length + " bytes";
  }
}
