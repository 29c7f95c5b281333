package dev.casewright.openapi.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import dev.casewright.openapi.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a contract, compiled on first use. */
final class Schemas {

  private final String base;
  private final JsonSchemaFactory factory;
  private final SchemaValidatorsConfig config;
  private final Set<String> knownNames;
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  Schemas(Contract contract) {
    this.base = "urn:casewright:" + contract.api().id();
    JsonNode document = contract.document();
    this.knownNames = new HashSet<>();
    collectNames(document, knownNames);
    makeUnionsChecked(document);
    this.factory = factory(document.toString());
    this.config =
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .cacheRefs(true)
            .build();
  }

  List<Violation> check(String schemaPointer, String place, JsonNode value) {
    return compiled.computeIfAbsent(schemaPointer, this::compile).validate(value).stream()
        .map(message -> violation(place, message))
        .distinct()
        .toList();
  }

  private JsonSchema compile(String pointer) {
    return factory.getSchema(SchemaLocation.of(base + "#" + pointer), config);
  }

  private JsonSchemaFactory factory(String document) {
    JsonMetaSchema.Builder dialect = JsonMetaSchema.builder(OpenApi30.getInstance());
    dialect.format(new StrictTimeFormat("local-date-time", StrictTimeFormat.LOCAL_DATE_TIME));
    dialect.format(new StrictTimeFormat("rfc1123-date-time", StrictTimeFormat.RFC_1123));
    dialect.unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword));
    return JsonSchemaFactory.getInstance(
        VersionFlag.V4,
        builder ->
            builder
                .metaSchema(dialect.build())
                .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(base, document))));
  }

  private Violation violation(String place, ValidationMessage message) {
    String at = place + masked(message.getInstanceLocation());
    JsonNode limit = message.getSchemaNode();
    if (isWithinUnion(message)) {
      return new Violation(Violation.Kind.MALFORMED, at, "must have one of the documented shapes");
    }
    return switch (message.getType()) {
      case "required" ->
          new Violation(Violation.Kind.MISSING, at + "/" + message.getProperty(), "is required");
      case "type" ->
          new Violation(
              Violation.Kind.MALFORMED,
              at,
              "must be of type " + (limit == null ? "" : limit.asText()));
      case "enum" -> new Violation(Violation.Kind.VALUE, at, "must be one of " + limit);
      default ->
          new Violation(
              Violation.Kind.VALUE,
              at,
              "must keep " + message.getType() + (limit == null ? "" : " " + limit));
    };
  }

  private static boolean isWithinUnion(ValidationMessage message) {
    JsonNodePath path = message.getEvaluationPath();
    for (int i = 0; i < path.getNameCount(); i++) {
      if ("anyOf".equals(path.getElement(i))) {
        return true;
      }
    }
    return false;
  }

  private String masked(JsonNodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      boolean mayBeTold = element instanceof Integer || knownNames.contains(element.toString());
      pointer.append('/').append(mayBeTold ? element : "*");
    }
    return pointer.toString();
  }

  /**
   * A union is told to readers as {@code x-one-of}; to be checked it has to be an {@code anyOf}.
   */
  private static void makeUnionsChecked(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("x-one-of")) {
      object.set("anyOf", object.remove("x-one-of"));
    }
    node.forEach(Schemas::makeUnionsChecked);
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    if (node.path("properties").isObject()) {
      node.path("properties").fieldNames().forEachRemaining(names::add);
    }
    node.forEach(child -> collectNames(child, names));
  }
}
