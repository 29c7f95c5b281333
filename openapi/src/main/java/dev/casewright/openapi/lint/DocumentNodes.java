package dev.casewright.openapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiConsumer;

/** Ways through a document that several rules share. */
final class DocumentNodes {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private DocumentNodes() {}

  /** Calls back with pointer and node of every operation. */
  static void forEachOperation(JsonNode document, BiConsumer<String, JsonNode> visitor) {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(
                        entry ->
                            visitor.accept(
                                child("/paths", path.getKey()) + "/" + entry.getKey(),
                                entry.getValue())));
  }

  /** Calls back with pointer and node of every node below the given one, itself included. */
  static void forEachNode(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(pointer, node);
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> forEachNode(child(pointer, entry.getKey()), entry.getValue(), visitor));
    } else {
      for (int i = 0; i < node.size(); i++) {
        forEachNode(pointer + "/" + i, node.get(i), visitor);
      }
    }
  }

  static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = document.at(current.path("$ref").asText().substring(1));
    }
    return current;
  }

  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether a pointer leads into an example, where the rules for schemas do not apply. */
  static boolean isExample(String pointer) {
    return pointer.contains("/example") || pointer.contains("/x-webhooks/");
  }
}
