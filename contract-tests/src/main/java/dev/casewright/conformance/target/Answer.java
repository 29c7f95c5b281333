package dev.casewright.conformance.target;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered, whole and unmasked: it may hold patient data, and never goes into a
 * report. Immutable but for the array, which nobody changes.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body; empty without one
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * The body as JSON.
   *
   * @return the tree; a missing node without a body
   * @throws AssertionError if it is no JSON
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new AssertionError("The answer with status " + status + " is not JSON.");
    }
  }

  /**
   * The body as JSON, if it is some.
   *
   * @return the tree; a missing node if the body is anything but one JSON value
   */
  public JsonNode jsonOrMissing() {
    try {
      return STRICT.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Whether the status says that all is well.
   *
   * @return true from 200 to 299
   */
  public boolean isSuccess() {
    return status >= 200 && status <= 299;
  }

  /**
   * The body as text.
   *
   * @return the body, read as UTF-8
   */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The first value of a header.
   *
   * @param name its name, in any case
   * @return the value, or the empty text
   */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return "status " + status + ", " + body.length + " bytes";
  }
}
