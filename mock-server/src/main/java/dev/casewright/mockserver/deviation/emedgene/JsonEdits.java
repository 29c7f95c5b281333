package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and changes the JSON bodies of requests and answers. */
final class JsonEdits {

  /** As strict as the check of the contract, so that an edit never mends a body that it refuses. */
  private static final ObjectReader STRICT =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .reader();

  private JsonEdits() {}

  /** The body of a request; nothing if there is none or it is not JSON. */
  static Optional<JsonNode> read(MockRequest request) {
    try {
      return Optional.of(STRICT.readTree(request.body())).filter(body -> !body.isMissingNode());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** The request with an edited body; the same one if its body is not an object. */
  static MockRequest edit(MockRequest request, Consumer<ObjectNode> edit) {
    return read(request)
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .map(
            body -> {
              edit.accept(body);
              return request.withBody(Json.bytes(body));
            })
        .orElse(request);
  }

  /** The answer with an edited body; the same one if its body is not an object. */
  static MockAnswer edit(MockAnswer answer, Consumer<ObjectNode> edit) {
    return answer
        .json()
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .map(
            body -> {
              edit.accept(body);
              return answer.withBody(Json.bytes(body));
            })
        .orElse(answer);
  }

  /** Gives a member another name, if it is there. */
  static void rename(ObjectNode object, String from, String to) {
    if (object.has(from)) {
      object.set(to, object.remove(from));
    }
  }
}
