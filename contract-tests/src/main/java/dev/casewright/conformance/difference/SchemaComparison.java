package dev.casewright.conformance.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.difference.Findings.Side;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two schemas, and all that they refer to. */
final class SchemaComparison {

  /** Each limit, and whether a larger number allows less. */
  private static final Map<String, Boolean> LIMITS =
      Map.of(
          "minimum", true,
          "minLength", true,
          "minItems", true,
          "maximum", false,
          "maxLength", false,
          "maxItems", false);

  private static final List<String> FORMS = List.of("format", "pattern");

  private final JsonNode before;
  private final JsonNode after;
  private final Side side;

  /** References that are being compared, so that a schema may refer to itself. */
  private final Set<String> open = new LinkedHashSet<>();

  SchemaComparison(JsonNode before, JsonNode after, Side side) {
    this.before = before;
    this.after = after;
    this.side = side;
  }

  void compare(String place, JsonNode old, JsonNode now) {
    String pair = old.path("$ref").asText() + " " + now.path("$ref").asText();
    boolean referred = old.has("$ref") || now.has("$ref");
    if (referred && !open.add(pair)) {
      return;
    }
    compareResolved(place, resolve(before, old), resolve(after, now));
    if (referred) {
      open.remove(pair);
    }
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = document.at(current.path("$ref").asText().substring(1));
    }
    return current;
  }

  private void compareResolved(String place, JsonNode old, JsonNode now) {
    compareTypes(place, type(old), type(now));
    compareFlag(place, "null", old.path("nullable").asBoolean(), now.path("nullable").asBoolean());
    compareWords(place, old, now);
    LIMITS.keySet().stream().sorted().forEach(name -> compareLimit(place, name, old, now));
    FORMS.forEach(name -> compareForm(place, name, old, now));
    compareMembers(place, old.path("x-one-of"), now.path("x-one-of"));
    compareFields(place, old, now);
    if (old.has("items") && now.has("items")) {
      compare(place + "/*", old.path("items"), now.path("items"));
    }
    compareFreeFields(place, old.path("additionalProperties"), now.path("additionalProperties"));
  }

  private static String type(JsonNode schema) {
    return schema.path("type").asText("any");
  }

  private void compareTypes(String place, String old, String now) {
    if (old.equals(now)) {
      return;
    }
    String what = "the type was " + old + ", is " + now;
    if (now.equals("any") || old.equals("integer") && now.equals("number")) {
      side.wider(place, what);
    } else if (old.equals("any") || old.equals("number") && now.equals("integer")) {
      side.narrower(place, what);
    } else {
      side.other(place, what);
    }
  }

  private void compareFlag(String place, String name, boolean old, boolean now) {
    if (now && !old) {
      side.wider(place, name + " is allowed now");
    } else if (old && !now) {
      side.narrower(place, name + " is no longer allowed");
    }
  }

  private void compareWords(String place, JsonNode old, JsonNode now) {
    Set<String> closedBefore = words(old.path("enum"));
    Set<String> closedNow = words(now.path("enum"));
    Set<String> openBefore = words(old.path("x-extensible-enum"));
    Set<String> openNow = words(now.path("x-extensible-enum"));
    if (!closedBefore.isEmpty() && !closedNow.isEmpty()) {
      minus(closedNow, closedBefore)
          .forEach(word -> side.wider(place, "the value " + word + " is new"));
      minus(closedBefore, closedNow)
          .forEach(word -> side.narrower(place, "the value " + word + " is gone"));
    } else if (!closedBefore.isEmpty()) {
      side.wider(place, "the list of values is no longer closed");
    } else if (!closedNow.isEmpty()) {
      side.narrower(place, "the list of values is closed now");
    }
    minus(openNow, openBefore)
        .forEach(word -> side.harmless(place, "the known value " + word + " is new"));
    minus(openBefore, openNow)
        .forEach(word -> side.harmless(place, "the known value " + word + " is gone"));
  }

  private void compareLimit(String place, String name, JsonNode old, JsonNode now) {
    if (!old.has(name) && !now.has(name)) {
      return;
    }
    if (!old.has(name)) {
      side.narrower(place, name + " " + now.path(name) + " is new");
    } else if (!now.has(name)) {
      side.wider(place, name + " " + old.path(name) + " is gone");
    } else {
      int order = now.path(name).decimalValue().compareTo(old.path(name).decimalValue());
      String what = name + " was " + old.path(name) + ", is " + now.path(name);
      if (order > 0 == LIMITS.get(name) && order != 0) {
        side.narrower(place, what);
      } else if (order != 0) {
        side.wider(place, what);
      }
    }
  }

  private void compareForm(String place, String name, JsonNode old, JsonNode now) {
    if (old.path(name).equals(now.path(name))) {
      return;
    }
    if (!old.has(name)) {
      side.narrower(place, name + " " + now.path(name).asText() + " is new");
    } else if (!now.has(name)) {
      side.wider(place, name + " " + old.path(name).asText() + " is gone");
    } else {
      side.other(
          place, name + " was " + old.path(name).asText() + ", is " + now.path(name).asText());
    }
  }

  /** The members of a union have no names: they are the same, or they are others. */
  private void compareMembers(String place, JsonNode old, JsonNode now) {
    Set<JsonNode> membersBefore = members(before, old);
    Set<JsonNode> membersNow = members(after, now);
    if (!membersBefore.containsAll(membersNow)) {
      side.wider(place, "the union has another member");
    }
    if (!membersNow.containsAll(membersBefore)) {
      side.narrower(place, "the union lacks a member");
    }
  }

  private static Set<JsonNode> members(JsonNode document, JsonNode union) {
    Set<JsonNode> members = new LinkedHashSet<>();
    union.forEach(member -> members.add(resolve(document, member)));
    return members;
  }

  private void compareFields(String place, JsonNode old, JsonNode now) {
    JsonNode fieldsBefore = old.path("properties");
    JsonNode fieldsNow = now.path("properties");
    Set<String> requiredBefore = words(old.path("required"));
    Set<String> requiredNow = words(now.path("required"));
    for (String name : names(fieldsBefore)) {
      String field = place + "/" + name;
      if (fieldsNow.has(name)) {
        compare(field, fieldsBefore.path(name), fieldsNow.path(name));
      } else {
        side.other(field, "the field is gone");
      }
    }
    for (String name : minus(names(fieldsNow), names(fieldsBefore))) {
      side.harmless(place + "/" + name, "the field is new");
    }
    minus(requiredNow, requiredBefore)
        .forEach(name -> side.narrower(place + "/" + name, "the field is required now"));
    for (String name : minus(requiredBefore, requiredNow)) {
      if (fieldsNow.has(name)) {
        side.wider(place + "/" + name, "the field is no longer required");
      }
    }
  }

  private void compareFreeFields(String place, JsonNode old, JsonNode now) {
    if (old.isObject() && now.isObject()) {
      compare(place + "/*", old, now);
    } else {
      compareFlag(place, "any other field", isOpen(old), isOpen(now));
    }
  }

  private static boolean isOpen(JsonNode additional) {
    return additional.isMissingNode() || additional.isObject() || additional.asBoolean();
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new LinkedHashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private static List<String> minus(Set<String> one, Set<String> other) {
    List<String> rest = new ArrayList<>(one);
    rest.removeAll(other);
    return rest;
  }
}
