package dev.casewright.openapi.lint;

import static dev.casewright.openapi.lint.DocumentNodes.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What every operation, parameter and answer has to say of itself. */
final class OperationRules {

  private static final List<String> REQUIRED =
      List.of(
          "operationId",
          "summary",
          "description",
          "tags",
          "security",
          "x-evidence",
          "x-source",
          "x-requirements",
          "x-effect",
          "x-idempotent");

  private final JsonNode document;
  private final List<Finding> findings = new ArrayList<>();

  private OperationRules(JsonNode document) {
    this.document = document;
  }

  static List<Finding> check(JsonNode document) {
    OperationRules rules = new OperationRules(document);
    DocumentNodes.forEachOperation(document, rules::checkOperation);
    return rules.findings;
  }

  private void checkOperation(String pointer, JsonNode operation) {
    for (String field : REQUIRED) {
      JsonNode value = operation.path(field);
      if (value.isMissingNode()
          || (value.isContainerNode() && value.isEmpty() && !field.equals("security"))) {
        add(pointer, "an operation needs " + field);
      }
    }
    if (operation.path("tags").size() > 1) {
      add(pointer, "an operation has exactly one tag, since a tag becomes an interface");
    }
    checkEvidence(pointer, operation);
    checkParameters(pointer, operation);
    checkAnswers(pointer, operation);
  }

  private void checkParameters(String pointer, JsonNode operation) {
    for (int i = 0; i < operation.path("parameters").size(); i++) {
      JsonNode parameter = resolve(document, operation.path("parameters").get(i));
      String place = pointer + "/parameters/" + i;
      if (parameter.path("description").asText().isBlank()) {
        add(place, "a parameter needs a description");
      }
      if (parameter.path("schema").isMissingNode()) {
        add(place, "a parameter needs a schema");
      }
      checkEvidence(place, parameter);
    }
  }

  private void checkAnswers(String pointer, JsonNode operation) {
    boolean secured = !operation.path("security").isEmpty();
    if (secured && operation.path("responses").path("401").isMissingNode()) {
      add(pointer + "/responses", "an operation with credentials declares 401");
    }
    operation
        .path("responses")
        .properties()
        .forEach(
            entry -> {
              String place = pointer + "/responses/" + entry.getKey();
              JsonNode answer = resolve(document, entry.getValue());
              checkEvidence(place, answer);
              if (answer.path("description").asText().isBlank()) {
                add(place, "an answer needs a description");
              }
              if (entry.getKey().compareTo("400") >= 0
                  && answer.at("/content/application~1json/schema").isMissingNode()) {
                add(place, "an error answer needs a JSON schema");
              }
            });
  }

  private void checkEvidence(String pointer, JsonNode node) {
    try {
      Evidence.of(node.path("x-evidence").asText());
    } catch (IllegalArgumentException unknownWord) {
      add(pointer, "x-evidence is one of documented, shown, client, inferred, unknown");
    }
  }

  private void add(String place, String rule) {
    findings.add(new Finding(place, rule));
  }
}
