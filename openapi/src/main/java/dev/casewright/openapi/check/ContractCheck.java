package dev.casewright.openapi.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.AnswerHeader;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the parts of requests and answers against one contract.
 *
 * <p>Credentials are not looked at. Query parameters and fields that the contract does not know are
 * no breach. Request bodies are read as JSON whatever their media type, and bodies of operations
 * that take none are ignored, since real clients send both. Thread-safe.
 */
public final class ContractCheck {

  private static final ObjectReader JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .reader();
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,30}");

  /** As many as an hour's work with a server calls for, in a few megabytes. */
  private static final int FITTING_KEPT = 10_000;

  private final Schemas schemas;
  private final FittingBodies fitting = new FittingBodies(FITTING_KEPT);

  /**
   * Prepares the checks of a contract.
   *
   * @param contract the contract
   */
  public ContractCheck(Contract contract) {
    this.schemas = new Schemas(contract);
  }

  /**
   * Checks a request.
   *
   * @param operation the operation that the request is for
   * @param request its parts
   * @return what it breaks; empty if it fits
   */
  public List<Violation> request(Operation operation, RequestParts request) {
    List<Violation> violations = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      checkParameter(parameter, request, violations);
    }
    operation
        .bodySchema()
        .ifPresent(schema -> checkBody(operation, schema, request.body(), violations));
    return violations;
  }

  /**
   * Checks an answer.
   *
   * @param operation the operation that was asked
   * @param answer the parts of the answer
   * @return what it breaks; empty if it fits
   */
  public List<Violation> answer(Operation operation, AnswerParts answer) {
    Answer declared = operation.answers().get(answer.status());
    if (declared == null) {
      return List.of(
          new Violation(
              Violation.Kind.UNDECLARED,
              "status",
              answer.status() + " is not declared for " + operation.id()));
    }
    List<Violation> violations = new ArrayList<>();
    for (AnswerHeader header : declared.headers()) {
      checkHeader(header, answer.headers().getOrDefault(header.name(), List.of()), violations);
    }
    if (declared.content().isEmpty()) {
      if (answer.body().length > 0) {
        violations.add(new Violation(Violation.Kind.VALUE, "body", "must be empty"));
      }
      return violations;
    }
    checkContent(declared, answer, violations);
    return violations;
  }

  /**
   * Checks a JSON value against a schema of the document.
   *
   * @param schemaPointer the JSON pointer of the schema, such as {@code /components/schemas/Report}
   * @param value the value
   * @return what it breaks; empty if it fits
   */
  public List<Violation> value(String schemaPointer, JsonNode value) {
    return schemas.check(schemaPointer, "value", value);
  }

  private void checkParameter(
      Parameter parameter, RequestParts request, List<Violation> violations) {
    String place = parameter.place() + " " + parameter.name();
    List<String> values = valuesOf(parameter, request);
    if (values.isEmpty() && parameter.required()) {
      violations.add(new Violation(Violation.Kind.MISSING, place, "is required"));
    }
    for (String text : values) {
      checkText(parameter.type(), parameter.pointer(), place, text, violations);
    }
  }

  private void checkHeader(AnswerHeader header, List<String> values, List<Violation> violations) {
    String place = "header " + header.name();
    if (values.isEmpty() && header.required()) {
      violations.add(new Violation(Violation.Kind.MISSING, place, "must be sent"));
    }
    for (String text : values) {
      checkText(header.type(), header.pointer(), place, text, violations);
    }
  }

  private void checkText(
      String type, String pointer, String place, String text, List<Violation> violations) {
    Optional<JsonNode> value = read(type, text);
    if (value.isPresent()) {
      violations.addAll(schemas.check(pointer, place, value.get()));
    } else {
      violations.add(new Violation(Violation.Kind.MALFORMED, place, "must be of type " + type));
    }
  }

  private static List<String> valuesOf(Parameter parameter, RequestParts request) {
    return switch (parameter.place()) {
      case PATH ->
          Optional.ofNullable(request.path().get(parameter.name())).map(List::of).orElse(List.of());
      case QUERY -> request.query().getOrDefault(parameter.name(), List.of());
      case HEADER ->
          request.headers().getOrDefault(parameter.name().toLowerCase(Locale.ROOT), List.of());
    };
  }

  private static Optional<JsonNode> read(String type, String text) {
    return switch (type) {
      case "integer" ->
          INTEGER.matcher(text).matches()
              ? Optional.of(BigIntegerNode.valueOf(new BigInteger(text)))
              : Optional.empty();
      case "boolean" ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(BooleanNode.TRUE);
            case "false" -> Optional.of(BooleanNode.FALSE);
            default -> Optional.empty();
          };
      default -> Optional.of(TextNode.valueOf(text));
    };
  }

  private void checkBody(
      Operation operation, String schema, byte[] body, List<Violation> violations) {
    if (body.length == 0) {
      if (operation.bodyRequired()) {
        violations.add(new Violation(Violation.Kind.MISSING, "body", "is required, as JSON"));
      }
      return;
    }
    violations.addAll(checkJson(schema, body));
  }

  private void checkContent(Answer declared, AnswerParts answer, List<Violation> violations) {
    String mediaType = mediaType(answer.headers());
    String schema = declared.content().get(mediaType);
    if (schema == null) {
      violations.add(
          new Violation(
              Violation.Kind.UNDECLARED,
              "header content-type",
              "must be one of " + declared.content().keySet().stream().sorted().toList()));
      return;
    }
    if (mediaType.equals("application/json")) {
      violations.addAll(checkAnswerBody(schema, answer.body()));
    } else if (answer.body().length == 0) {
      violations.add(new Violation(Violation.Kind.MISSING, "body", "must not be empty"));
    }
  }

  private List<Violation> checkAnswerBody(String schema, byte[] body) {
    FittingBodies.Key key = FittingBodies.Key.of(schema, body);
    if (fitting.contains(key)) {
      return List.of();
    }
    List<Violation> violations = checkJson(schema, body);
    if (violations.isEmpty()) {
      fitting.add(key);
    }
    return violations;
  }

  private List<Violation> checkJson(String schema, byte[] body) {
    return parse(body)
        .map(value -> schemas.check(schema, "body", value))
        .orElseGet(
            () -> List.of(new Violation(Violation.Kind.MALFORMED, "body", "must be valid JSON")));
  }

  private static String mediaType(Map<String, List<String>> headers) {
    List<String> values = headers.getOrDefault("content-type", List.of());
    return values.isEmpty() ? "" : values.get(0).split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static Optional<JsonNode> parse(byte[] body) {
    try {
      JsonNode value = JSON.readTree(body);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException notReadable) {
      return Optional.empty();
    }
  }
}
