package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The schemas of a document, references followed. Immutable. */
final class SchemaTree {

  private final JsonNode document;

  SchemaTree(JsonNode document) {
    this.document = document;
  }

  /** The schema that stands at a pointer, or that what stands there refers to. */
  Schema at(String pointer) {
    String place = pointer;
    JsonNode node = document.at(place);
    while (node.has("$ref")) {
      place = node.path("$ref").asText().substring(1);
      node = document.at(place);
    }
    return new Schema(place, node);
  }

  boolean has(String pointer) {
    return !document.at(pointer).isMissingNode();
  }

  /** The forms that a value may take: the schema itself, unless it is a union. */
  List<Schema> forms(Schema schema) {
    int members = schema.node().path("x-one-of").size();
    if (members == 0) {
      return List.of(schema);
    }
    List<Schema> forms = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      forms.addAll(forms(at(schema.pointer() + "/x-one-of/" + i)));
    }
    return forms;
  }

  /** What the contract calls the type of a value; {@code any} if it leaves it open. */
  String typeOf(Schema schema) {
    List<String> types = forms(schema).stream().map(Schema::type).distinct().toList();
    return types.size() == 1 ? types.get(0) : "any";
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** A schema and where it stands. */
  record Schema(String pointer, JsonNode node) {

    String type() {
      return node.path("type").asText("any");
    }

    boolean accepts(JsonNode value) {
      if (value.isNull()) {
        return type().equals("any") || node.path("nullable").asBoolean();
      }
      return switch (type()) {
        case "any" -> true;
        case "number" -> value.isNumber();
        case "integer" -> value.isNumber() && value.canConvertToExactIntegral();
        default -> type().equals(JsonTypes.of(value));
      };
    }

    /** Whether a value is a list of words, and this is none of them. */
    boolean isUnknownWord(JsonNode value) {
      JsonNode words = node.has("enum") ? node.path("enum") : node.path("x-extensible-enum");
      if (!value.isTextual() || words.isEmpty()) {
        return false;
      }
      for (JsonNode word : words) {
        if (word.asText().equals(value.asText())) {
          return false;
        }
      }
      return true;
    }
  }
}
