package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checks the shape of the files of a seed pack against {@code schema/pack.yaml}, which refers to
 * the contracts. Stricter than the contracts are with answers: it takes no unknown keys, and no
 * other values than the known ones of an open list. Not thread-safe.
 */
final class ShapeCheck {

  private final Map<Api, Contract> contracts;
  private final JsonNode own = new SeedFiles("schema").read("pack.yaml");
  private final Map<String, Schema> referred = new HashMap<>();

  ShapeCheck(Map<Api, Contract> contracts) {
    this.contracts = contracts;
  }

  /** Reports what is wrong as a JSON pointer and a rule, which never holds a value of the file. */
  void check(String kind, JsonNode value, BiConsumer<String, String> report) {
    check(schema(own.path(kind), null), value, "", report);
  }

  private void check(Schema schema, JsonNode value, String at, BiConsumer<String, String> report) {
    JsonNode rules = schema.rules();
    if (value.isNull()) {
      if (rules.has("type") && !rules.path("nullable").asBoolean(false)) {
        report.accept(at, "must not be null");
      }
      return;
    }
    if (rules.has("x-one-of") || rules.has("anyOf")) {
      checkForms(schema, value, at, report);
      return;
    }
    if (!isOfType(rules.path("type").asText("any"), value)) {
      report.accept(at, "must be of type " + rules.path("type").asText());
      return;
    }
    checkText(rules, value, at, report);
    checkSize(rules, value, at, report);
    if (value.isObject()) {
      checkObject(schema, value, at, report);
    }
    for (int i = 0; value.isArray() && rules.has("items") && i < value.size(); i++) {
      check(schema(rules.path("items"), schema.home()), value.get(i), at + "/" + i, report);
    }
  }

  private void checkForms(
      Schema schema, JsonNode value, String at, BiConsumer<String, String> report) {
    JsonNode forms =
        schema.rules().has("anyOf") ? schema.rules().get("anyOf") : schema.rules().get("x-one-of");
    List<String> known = new ArrayList<>();
    for (JsonNode form : forms) {
      List<String> wrong = new ArrayList<>();
      Schema one = schema(form, schema.home());
      check(one, value, at, (pointer, rule) -> wrong.add(rule));
      if (wrong.isEmpty()) {
        return;
      }
      values(one.rules(), known::add);
    }
    report.accept(
        at,
        known.isEmpty() ? "must have one of the forms of the contract" : "must be one of " + known);
  }

  private void checkObject(
      Schema schema, JsonNode value, String at, BiConsumer<String, String> report) {
    JsonNode rules = schema.rules();
    for (JsonNode needed : rules.path("required")) {
      if (!value.has(needed.asText())) {
        report.accept(at, "has no " + needed.asText());
      }
    }
    JsonNode known = rules.path("properties");
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String inner = at + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      if (known.has(member.getKey())) {
        check(schema(known.get(member.getKey()), schema.home()), member.getValue(), inner, report);
      } else if (rules.has("values")) {
        check(schema(rules.get("values"), schema.home()), member.getValue(), inner, report);
      } else if (rules.has("with") && taken(rules.get("with"), member.getKey())) {
        check(schema(taken(rules, member), null), member.getValue(), inner, report);
      } else if (!isFree(rules)) {
        report.accept(inner, "is not a key that is known here");
      }
    }
  }

  private boolean taken(JsonNode with, String key) {
    return with.path("without").valueStream().noneMatch(left -> left.asText().equals(key))
        && schema(with, null).rules().path("properties").has(key);
  }

  private static JsonNode taken(JsonNode rules, Map.Entry<String, JsonNode> member) {
    return Json.object()
        .put("$ref", rules.at("/with/$ref").asText() + "/properties/" + member.getKey());
  }

  private static boolean isFree(JsonNode rules) {
    return rules.path("free").asBoolean(false)
        || !rules.has("properties") && !rules.has("values") && !rules.has("with");
  }

  private static void checkText(
      JsonNode rules, JsonNode value, String at, BiConsumer<String, String> report) {
    List<String> known = new ArrayList<>();
    values(rules, known::add);
    if (!known.isEmpty() && !known.contains(value.asText())) {
      report.accept(at, "must be one of " + known);
    }
    if (rules.has("pattern")
        && value.isTextual()
        && !Pattern.compile(rules.get("pattern").asText()).matcher(value.asText()).find()) {
      report.accept(at, "must have the form " + rules.get("pattern").asText());
    } else if (!isOfFormat(rules.path("format").asText(), value)) {
      report.accept(
          at, "must be a " + rules.path("format").asText() + " that exists, quoted in YAML");
    }
  }

  private static void checkSize(
      JsonNode rules, JsonNode value, String at, BiConsumer<String, String> report) {
    if (value.isNumber()
        && rules.has("minimum")
        && value.asLong() < rules.get("minimum").asLong()) {
      report.accept(at, "must be at least " + rules.get("minimum"));
    }
    if (value.isNumber()
        && rules.has("maximum")
        && value.asLong() > rules.get("maximum").asLong()) {
      report.accept(at, "must be at most " + rules.get("maximum"));
    }
    if (value.size() < rules.path("minItems").asInt(0)) {
      report.accept(at, "must not be empty");
    }
  }

  private static void values(JsonNode rules, Consumer<String> known) {
    rules.path("enum").forEach(value -> known.accept(value.asText()));
    rules.path("x-extensible-enum").forEach(value -> known.accept(value.asText()));
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }

  private static boolean isOfFormat(String format, JsonNode value) {
    if (!value.isTextual() || value.asText().isEmpty()) {
      return true;
    }
    try {
      switch (format) {
        case "instant" -> Instant.parse(value.asText());
        case "local-date-time" -> LocalDateTime.parse(value.asText());
        case "date" -> LocalDate.parse(value.asText());
        default -> {
          return true;
        }
      }
      return true;
    } catch (DateTimeException noSuchTime) {
      return false;
    }
  }

  /** Follows references; that null is allowed may stand beside one. */
  private Schema schema(JsonNode rules, Api home) {
    if (!rules.has("$ref")) {
      return new Schema(rules, home);
    }
    Schema target = referred(rules, home);
    return rules.path("nullable").asBoolean(false)
        ? new Schema(target.rules().<ObjectNode>deepCopy().put("nullable", true), target.home())
        : target;
  }

  private Schema referred(JsonNode rules, Api home) {
    String reference = rules.get("$ref").asText();
    int hash = reference.indexOf('#');
    String document = reference.substring(0, hash);
    String pointer = reference.substring(hash + 1);
    Api api = document.isEmpty() ? home : Api.valueOf(document.toUpperCase(Locale.ROOT));
    Schema known = referred.get(api + "#" + pointer);
    if (known == null) {
      known =
          api == null ? schema(own.at(pointer), null) : schema(contracts.get(api).at(pointer), api);
      referred.put(api + "#" + pointer, known);
    }
    return known;
  }

  private record Schema(JsonNode rules, Api home) {}
}
