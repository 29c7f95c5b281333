package dev.casewright.conformance.mask;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads bodies that may be JSON. */
final class Json {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(STRICT.readTree(text)).filter(json -> !json.isMissingNode());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
