package dev.casewright.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes operations out of the {@code paths} of a document. */
final class OperationReader {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private final Api api;
  private final JsonNode document;

  OperationReader(Api api, JsonNode document) {
    this.api = api;
    this.document = document;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(
                        entry ->
                            operations.add(
                                read(
                                    path.getKey(),
                                    path.getValue(),
                                    entry.getKey(),
                                    entry.getValue()))));
    return operations;
  }

  private Operation read(String path, JsonNode pathItem, String method, JsonNode node) {
    String pointer = "/paths/" + References.escape(path) + "/" + method;
    JsonNode body = References.resolve(document, node.path("requestBody"));
    return new Operation(
        api,
        node.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        new PathTemplate(path),
        node.path("summary").asText(),
        Evidence.of(node.path("x-evidence").asText()),
        Effect.of(node.path("x-effect").asText()),
        node.path("x-idempotent").asBoolean(),
        securitySchemes(node),
        parameters(path, pathItem, pointer, node),
        bodySchema(node, pointer),
        body.path("required").asBoolean(false),
        answers(node, pointer),
        requirementsWithin(pathItem.path("parameters"), node));
  }

  private List<String> securitySchemes(JsonNode node) {
    JsonNode security = node.has("security") ? node.path("security") : document.path("security");
    List<String> schemes = new ArrayList<>();
    security.forEach(alternative -> alternative.fieldNames().forEachRemaining(schemes::add));
    return schemes;
  }

  private List<Parameter> parameters(
      String path, JsonNode pathItem, String pointer, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    readParameters(
        pathItem.path("parameters"),
        "/paths/" + References.escape(path) + "/parameters",
        parameters);
    readParameters(node.path("parameters"), pointer + "/parameters", parameters);
    return parameters;
  }

  private void readParameters(JsonNode nodes, String pointer, List<Parameter> parameters) {
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode parameter = References.resolve(document, nodes.get(i));
      String place = References.locate(document, nodes.get(i), pointer + "/" + i);
      JsonNode schema = parameter.path("schema");
      parameters.add(
          Parameter.read(
              parameter,
              place,
              References.resolve(document, schema),
              References.locate(document, schema, place + "/schema")));
    }
  }

  private Optional<String> bodySchema(JsonNode node, String pointer) {
    if (!node.has("requestBody")) {
      return Optional.empty();
    }
    JsonNode body = References.resolve(document, node.path("requestBody"));
    String place = References.locate(document, node.path("requestBody"), pointer + "/requestBody");
    JsonNode schema = body.at("/content/application~1json/schema");
    return schema.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            References.locate(document, schema, place + "/content/application~1json/schema"));
  }

  private Map<Integer, Answer> answers(JsonNode node, String pointer) {
    Map<Integer, Answer> answers = new TreeMap<>();
    node.path("responses")
        .properties()
        .forEach(
            entry -> {
              JsonNode answer = References.resolve(document, entry.getValue());
              String place =
                  References.locate(
                      document, entry.getValue(), pointer + "/responses/" + entry.getKey());
              int status = Integer.parseInt(entry.getKey());
              answers.put(
                  status,
                  new Answer(
                      status,
                      "http".equals(answer.path("x-transport").asText()),
                      Evidence.of(answer.path("x-evidence").asText()),
                      content(answer, place),
                      headers(answer, place),
                      texts(answer.path("x-requirements"))));
            });
    return answers;
  }

  private Map<String, String> content(JsonNode answer, String pointer) {
    Map<String, String> content = new LinkedHashMap<>();
    answer
        .path("content")
        .properties()
        .forEach(
            entry -> {
              String place = pointer + "/content/" + References.escape(entry.getKey()) + "/schema";
              content.put(
                  entry.getKey(),
                  References.locate(document, entry.getValue().path("schema"), place));
            });
    return content;
  }

  private List<AnswerHeader> headers(JsonNode answer, String pointer) {
    return answer.path("headers").properties().stream()
        .map(entry -> header(entry.getKey(), entry.getValue(), pointer))
        .toList();
  }

  private AnswerHeader header(String name, JsonNode node, String pointer) {
    JsonNode header = References.resolve(document, node);
    String place =
        References.locate(document, node, pointer + "/headers/" + References.escape(name));
    JsonNode schema = header.path("schema");
    return new AnswerHeader(
        name.toLowerCase(Locale.ROOT),
        header.path("required").asBoolean(false),
        References.resolve(document, schema).path("type").asText("string"),
        References.locate(document, schema, place + "/schema"));
  }

  /** Ids named in the operation itself and in everything that it refers to. */
  private Set<String> requirementsWithin(JsonNode... nodes) {
    Set<String> ids = new LinkedHashSet<>();
    Set<JsonNode> seen = new LinkedHashSet<>();
    for (JsonNode node : nodes) {
      collectRequirements(node, ids, seen);
    }
    return ids;
  }

  private void collectRequirements(JsonNode node, Set<String> ids, Set<JsonNode> seen) {
    JsonNode target = References.resolve(document, node);
    if (target != node && !seen.add(target)) {
      return;
    }
    ids.addAll(texts(target.path("x-requirements")));
    target
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals("x-requirements")
                  && !entry.getKey().startsWith("example")) {
                collectRequirements(entry.getValue(), ids, seen);
              }
            });
    if (target.isArray()) {
      target.forEach(item -> collectRequirements(item, ids, seen));
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
