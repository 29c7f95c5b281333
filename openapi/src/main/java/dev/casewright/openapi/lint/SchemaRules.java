package dev.casewright.openapi.lint;

import static dev.casewright.openapi.lint.DocumentNodes.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How schemas are written: described, named, without unions that tools read differently. */
final class SchemaRules {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "x-effect",
          "x-evidence",
          "x-extensible-enum",
          "x-idempotent",
          "x-known-writes",
          "x-one-of",
          "x-phi",
          "x-requirements",
          "x-source",
          "x-transport",
          "x-unpaged",
          "x-webhooks");
  private static final Set<String> UNION_WORDS =
      Set.of("oneOf", "anyOf", "allOf", "not", "discriminator");

  private final JsonNode document;
  private final List<Finding> findings = new ArrayList<>();

  private SchemaRules(JsonNode document) {
    this.document = document;
  }

  static List<Finding> check(JsonNode document) {
    SchemaRules rules = new SchemaRules(document);
    rules.checkVersion();
    DocumentNodes.forEachNode("", document, rules::checkWords);
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            entry ->
                rules.checkComponent(
                    child("/components/schemas", entry.getKey()), entry.getValue()));
    DocumentNodes.forEachNode("", document, rules::checkNamed);
    return rules.findings;
  }

  private void checkVersion() {
    if (!document.path("openapi").asText().equals("3.0.3")) {
      add("/openapi", "documents stay on OpenAPI 3.0.3");
    }
  }

  private void checkWords(String pointer, JsonNode node) {
    if (!node.isObject() || DocumentNodes.isExample(pointer) || pointer.endsWith("/properties")) {
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith("x-") && !EXTENSIONS.contains(name)) {
                add(pointer, "the extension " + name + " is not one of ours");
              }
              if (UNION_WORDS.contains(name)) {
                add(pointer, "a union is an untyped schema with x-one-of, not " + name);
              }
            });
    if (node.has("x-one-of") && node.has("type")) {
      add(pointer, "a schema with x-one-of has no type");
    }
    if (node.has("x-extensible-enum")
        && (node.has("enum") || !node.path("type").asText().equals("string"))) {
      add(pointer, "x-extensible-enum stands beside type: string and without enum");
    }
  }

  private void checkComponent(String pointer, JsonNode schema) {
    for (String field : List.of("description", "x-evidence", "x-source")) {
      if (schema.path(field).isMissingNode()) {
        add(pointer, "a named schema needs " + field);
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            entry ->
                checkProperty(child(pointer + "/properties", entry.getKey()), entry.getValue()));
  }

  private void checkProperty(String pointer, JsonNode property) {
    if (property.has("$ref")) {
      JsonNode target = DocumentNodes.resolve(document, property);
      if (target.path("description").asText().isBlank()) {
        add(pointer, "a property needs a description, or refers to a schema that has one");
      }
      return;
    }
    if (property.path("description").asText().isBlank()) {
      add(pointer, "a property needs a description");
    }
    boolean arrayOfNamed = property.path("items").has("$ref");
    if (!arrayOfNamed && !property.path("x-phi").isBoolean()) {
      add(pointer, "a property says x-phi: true or false");
    }
  }

  private void checkNamed(String pointer, JsonNode node) {
    boolean named = pointer.matches("/components/schemas/[^/]+");
    boolean member = pointer.matches(".*/x-one-of/\\d+");
    boolean objectSchema =
        node.has("properties") || (node.path("type").asText().equals("object") && !member);
    if (objectSchema
        && !named
        && !pointer.endsWith("/properties")
        && !DocumentNodes.isExample(pointer)) {
      add(pointer, "an object schema is named under components/schemas");
    }
  }

  private void add(String place, String rule) {
    findings.add(new Finding(place, rule));
  }
}
