package dev.casewright.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The admin API of a mock server under test. Thread-safe; calls block. */
public final class MockAdmin {

  private final Channel channel;
  private final Optional<String> token;

  /**
   * An admin API.
   *
   * @param channel the way to the server, without limits
   * @param token what it asks for; nothing if it asks for none
   */
  public MockAdmin(Channel channel, Optional<String> token) {
    this.channel = channel;
    this.token = token;
  }

  /**
   * Calls the admin API for one space.
   *
   * @param method the method
   * @param path what stands after the name of the space; empty for the space itself
   * @param space the name of the space
   * @param body JSON, or the empty text
   * @return what it answered
   * @throws MockControlException if it refuses
   */
  JsonNode ofSpace(String method, String path, String space, String body) {
    return call(method, "/spaces/" + space + path, Map.of(), body);
  }

  /** The same for what belongs to the server, or to a space named by a header. */
  JsonNode inSpace(String method, String path, String space, String body) {
    return call(method, path, Map.of("X-Mock-Space", space), body);
  }

  private JsonNode call(String method, String path, Map<String, String> more, String body) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    token.ifPresent(value -> headers.put("X-Mock-Admin-Token", value));
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    Answer answer =
        channel.send(
            new Message(
                method,
                "/__mock/api" + path,
                headers,
                Optional.of(body).filter(text -> !text.isEmpty())));
    if (!answer.isSuccess()) {
      throw new MockControlException(
          "The admin API of the mock server answered "
              + method
              + " with "
              + answer.status()
              + ". Check --mock-control and CASEWRIGHT_MOCK_ADMIN_TOKEN.");
    }
    return answer.jsonOrMissing();
  }
}
