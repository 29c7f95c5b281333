package dev.casewright.openapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is sent and what is answered are apart: an answer may grow at any time, while a request says
 * just what is meant.
 */
final class SideRules {

  private final JsonNode document;
  private final List<Finding> findings = new ArrayList<>();

  private SideRules(JsonNode document) {
    this.document = document;
  }

  static List<Finding> check(JsonNode document) {
    return new SideRules(document).check();
  }

  private List<Finding> check() {
    Set<String> requests = new LinkedHashSet<>();
    Set<String> answers = new LinkedHashSet<>();
    Set<String> parameters = new LinkedHashSet<>();
    DocumentNodes.forEachOperation(
        document,
        (pointer, operation) -> {
          reach(operation.path("requestBody"), requests);
          reach(operation.path("responses"), answers);
          reach(operation.path("parameters"), parameters);
        });
    reach(document.path("x-webhooks"), parameters);
    answers.stream().filter(this::isObject).forEach(this::checkOpen);
    requests.stream()
        .filter(this::isObject)
        .filter(answers::contains)
        .forEach(place -> add(place, "is sent and answered: make two schemas of it"));
    requests.forEach(this::checkNoDefault);
    checkUsed(requests, answers, parameters);
    return findings;
  }

  private void reach(JsonNode node, Set<String> reached) {
    if (node.has("$ref")) {
      String pointer = node.path("$ref").asText().substring(1);
      if (reached.add(pointer)) {
        reach(document.at(pointer), reached);
      }
      return;
    }
    node.forEach(child -> reach(child, reached));
  }

  private boolean isObject(String pointer) {
    JsonNode schema = document.at(pointer);
    return pointer.startsWith("/components/schemas/")
        && (schema.has("properties") || schema.path("type").asText().equals("object"));
  }

  private void checkOpen(String pointer) {
    JsonNode additional = document.at(pointer).path("additionalProperties");
    if (!additional.isObject() && !additional.asBoolean(false)) {
      add(pointer, "an answered object says additionalProperties: true");
    }
  }

  private void checkNoDefault(String pointer) {
    document
        .at(pointer)
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().has("default")) {
                add(
                    pointer + "/properties/" + entry.getKey(),
                    "a request body has no default: it would be sent although nobody said so");
              }
            });
  }

  private void checkUsed(Set<String> requests, Set<String> answers, Set<String> parameters) {
    Set<String> used = new TreeSet<>(requests);
    used.addAll(answers);
    used.addAll(parameters);
    document
        .path("components")
        .properties()
        .forEach(
            kind -> {
              if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          String pointer = "/components/" + kind.getKey() + "/" + name;
                          if (!used.contains(pointer)) {
                            add(pointer, "is used nowhere");
                          }
                        });
              }
            });
  }

  private void add(String place, String rule) {
    findings.add(new Finding(place, rule));
  }
}
