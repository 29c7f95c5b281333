package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Names of the types of JSON values, as OpenAPI has them. */
final class JsonTypes {

  private JsonTypes() {}

  static String of(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
