package dev.casewright.conformance.mask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a contract names: properties, parameters, headers, media types, words of enumerations. Where
 * a name is declared more than once, the strictest {@code x-phi} counts. Immutable.
 */
final class ContractNames {

  private static final Pattern SLASHES_AND_BRACES = Pattern.compile("[/{}]+");

  private final Contract contract;
  private final Map<String, Boolean> properties = new HashMap<>();
  private final Map<String, Boolean> parameters = new HashMap<>();
  private final Set<String> headers = new HashSet<>();
  private final Set<String> mediaTypes = new HashSet<>();
  private final Set<String> pathWords = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  ContractNames(Api api) {
    this.contract = Contract.of(api);
    JsonNode document = contract.document();
    document
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> pathWords.addAll(List.of(SLASHES_AND_BRACES.split(path))));
    pathWords.remove("");
    walk(document, "");
  }

  Contract contract() {
    return contract;
  }

  boolean isProperty(String name) {
    return properties.containsKey(name);
  }

  /** Whether values of a property are never about a patient, wherever it stands. */
  boolean isHarmlessProperty(String name) {
    return properties.getOrDefault(name, false);
  }

  boolean isParameter(String name) {
    return parameters.containsKey(name);
  }

  boolean isHarmlessParameter(String name) {
    return parameters.getOrDefault(name, false);
  }

  boolean isHeader(String name) {
    return headers.contains(name.toLowerCase(Locale.ROOT));
  }

  boolean isMediaType(String text) {
    return mediaTypes.contains(text);
  }

  /** Whether it is a word of an enumeration that is never about a patient. */
  boolean isValue(String text) {
    return values.contains(text);
  }

  boolean isPathWord(String text) {
    return pathWords.contains(text);
  }

  /** Whether the contract has a text under any of its names and words. */
  boolean has(String text) {
    return isProperty(text)
        || isParameter(text)
        || isHeader(text)
        || isMediaType(text)
        || isValue(text)
        || isPathWord(text);
  }

  private void walk(JsonNode node, String key) {
    switch (key) {
      case "properties" ->
          node.properties().forEach(each -> property(each.getKey(), each.getValue()));
      case "content" -> node.fieldNames().forEachRemaining(mediaTypes::add);
      case "headers" ->
          node.fieldNames().forEachRemaining(each -> headers.add(each.toLowerCase(Locale.ROOT)));
      case "example", "examples", "default" -> {
        return;
      }
      default -> named(node);
    }
    node.properties().forEach(each -> walk(each.getValue(), each.getKey()));
    if (node.isArray()) {
      node.forEach(each -> walk(each, ""));
    }
  }

  private void property(String name, JsonNode schema) {
    properties.merge(name, isHarmless(schema), Boolean::logicalAnd);
  }

  /** A parameter, or a schema with words. */
  private void named(JsonNode node) {
    if (node.path("in").isTextual() && node.path("name").isTextual()) {
      parameters.merge(node.path("name").asText(), isHarmless(node), Boolean::logicalAnd);
    }
    if (isHarmless(node)) {
      node.path("enum").forEach(each -> values.add(each.asText()));
      node.path("x-extensible-enum").forEach(each -> values.add(each.asText()));
    }
  }

  /** Only what says that it is not about a patient is harmless. */
  private boolean isHarmless(JsonNode node) {
    if (node.has("x-phi")) {
      return !node.path("x-phi").asBoolean(true);
    }
    if (node.has("schema")) {
      return isHarmless(node.path("schema"));
    }
    String reference = node.path("$ref").asText();
    return reference.startsWith("#") && isHarmless(contract.at(reference.substring(1)));
  }
}
