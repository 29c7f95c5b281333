package dev.casewright.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows the local references of a document. */
final class References {

  private References() {}

  /** The node itself, or what its {@code $ref} points at. */
  static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = document.at(pointer(current));
    }
    return current;
  }

  /** The JSON pointer of a node, given the pointer at which it stands: its reference wins. */
  static String locate(JsonNode document, JsonNode node, String pointer) {
    String current = pointer;
    JsonNode target = node;
    while (target.has("$ref")) {
      current = pointer(target);
      target = document.at(current);
    }
    return current;
  }

  static String escape(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }

  private static String pointer(JsonNode reference) {
    String target = reference.path("$ref").asText();
    if (!target.startsWith("#/")) {
      throw new IllegalArgumentException(
          "The reference \"" + target + "\" leaves the document: only #/... is understood.");
    }
    return target.substring(1);
  }
}
