package dev.casewright.openapi.lint;

import static dev.casewright.openapi.lint.DocumentNodes.child;
import static dev.casewright.openapi.lint.DocumentNodes.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.ContractCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every body has an example that fits its own schema. */
final class ExampleRules {

  private final JsonNode document;
  private final ContractCheck check;
  private final List<Finding> findings = new ArrayList<>();

  private ExampleRules(Contract contract) {
    this.document = contract.document();
    this.check = new ContractCheck(contract);
  }

  static List<Finding> check(Contract contract) {
    ExampleRules rules = new ExampleRules(contract);
    DocumentNodes.forEachOperation(rules.document, rules::checkOperation);
    return rules.findings;
  }

  private void checkOperation(String pointer, JsonNode operation) {
    if (operation.has("requestBody")) {
      checkContent(pointer + "/requestBody", operation.path("requestBody"));
    }
    operation
        .path("responses")
        .properties()
        .forEach(entry -> checkContent(pointer + "/responses/" + entry.getKey(), entry.getValue()));
  }

  private void checkContent(String pointer, JsonNode holder) {
    resolve(document, holder)
        .path("content")
        .properties()
        .forEach(
            entry ->
                checkMedia(child(pointer + "/content", entry.getKey()), entry.getValue(), holder));
  }

  private void checkMedia(String pointer, JsonNode media, JsonNode holder) {
    Map<String, JsonNode> examples = examples(media);
    if (examples.isEmpty()) {
      findings.add(new Finding(pointer, "a body needs an example"));
    }
    String schema = schemaPointer(pointer, media, holder);
    examples.forEach(
        (name, value) ->
            check
                .value(schema, value)
                .forEach(
                    violation ->
                        findings.add(
                            new Finding(
                                pointer + "/" + name, "the example breaks: " + violation))));
  }

  private Map<String, JsonNode> examples(JsonNode media) {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    if (media.has("example")) {
      examples.put("example", media.path("example"));
    }
    media
        .path("examples")
        .properties()
        .forEach(
            entry ->
                examples.put(
                    "examples/" + entry.getKey(),
                    resolve(document, entry.getValue()).path("value")));
    return examples;
  }

  private static String schemaPointer(String pointer, JsonNode media, JsonNode holder) {
    if (media.path("schema").has("$ref")) {
      return media.path("schema").path("$ref").asText().substring(1);
    }
    String base =
        holder.has("$ref")
            ? holder.path("$ref").asText().substring(1)
                + pointer.substring(pointer.indexOf("/content/"))
            : pointer;
    return base + "/schema";
  }
}
