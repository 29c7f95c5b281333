package dev.casewright.conformance.mask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Masks JSON: an answer as a shape, a request as what sends it again. */
final class Body {

  private static final int MOST_LINES = 80;
  private static final int LONGEST_LINE = 240;
  private static final Pattern SHORT_NUMBER = Pattern.compile("-?\\d{1,3}");

  private final ContractNames names;
  private final Secrets secrets;
  private final Set<String> ids;

  /** The ids are numbers that may be shown whatever their length. */
  Body(ContractNames names, Secrets secrets, Set<String> ids) {
    this.names = names;
    this.secrets = secrets;
    this.ids = ids;
  }

  /** Names and types, in lines; of a list its first entry. */
  List<String> shape(JsonNode json) {
    List<String> lines = new ArrayList<>();
    shape(json, "", "", "", lines);
    return lines.size() <= MOST_LINES
        ? lines
        : concat(lines.subList(0, MOST_LINES), (lines.size() - MOST_LINES) + " more lines");
  }

  /** The start of the same in one line. */
  String shapeInLine(JsonNode json) {
    StringBuilder line = new StringBuilder();
    shape(json).forEach(each -> line.append(each.strip()).append(' '));
    return line.length() > LONGEST_LINE
        ? line.substring(0, LONGEST_LINE) + " ... }"
        : line.toString().strip();
  }

  private void shape(
      JsonNode node, String indent, String before, String property, List<String> lines) {
    if (node.isObject() && !node.isEmpty()) {
      lines.add(indent + before + "{");
      node.properties()
          .forEach(
              each -> {
                String name = names.isProperty(each.getKey()) ? each.getKey() : "";
                String shown = name.isEmpty() ? Piece.MASKED : "\"" + name + "\"";
                shape(each.getValue(), indent + "  ", shown + ": ", name, lines);
              });
      lines.add(indent + "}");
    } else if (node.isArray() && !node.isEmpty()) {
      String more = node.size() == 1 ? "[" : "[ " + node.size() + " entries, the first is";
      lines.add(indent + before + more);
      shape(node.get(0), indent + "  ", "", property, lines);
      lines.add(indent + "]");
    } else {
      lines.add(indent + before + leaf(node, property));
    }
  }

  private String leaf(JsonNode node, String property) {
    if (node.isObject()) {
      return "{}";
    }
    if (node.isArray()) {
      return "[]";
    }
    if (node.isTextual() && node.asText().isEmpty()) {
      return "\"\"";
    }
    return node.isNull() || isShown(node, property) ? node.toString() : typeOf(node);
  }

  private static String typeOf(JsonNode node) {
    if (node.isTextual()) {
      return "string";
    }
    if (node.isBoolean()) {
      return "boolean";
    }
    return node.isIntegralNumber() ? "integer" : "number";
  }

  private boolean isShown(JsonNode node, String property) {
    String text = node.asText();
    if (secrets.areIn(text)) {
      return false;
    }
    if (node.isTextual()) {
      return Words.CASE_NAME.matcher(text).matches()
          || names.isHarmlessProperty(property) && names.isValue(text);
    }
    if (!names.isHarmlessProperty(property)) {
      return node.isIntegralNumber() && property.equals("id") && ids.contains(text);
    }
    return node.isBoolean()
        || node.isIntegralNumber() && (SHORT_NUMBER.matcher(text).matches() || ids.contains(text));
  }

  /** JSON that is the same but for its values, which are variables. */
  List<Piece> pieces(JsonNode json, Variables variables) {
    List<Piece> pieces = new ArrayList<>();
    write(json, "", variables, pieces);
    return pieces;
  }

  private void write(JsonNode node, String property, Variables variables, List<Piece> pieces) {
    if (node.isObject()) {
      Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
      pieces.add(Piece.shown("{"));
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        boolean known = names.isProperty(field.getKey());
        pieces.add(Piece.shown("\""));
        pieces.add(known ? Piece.shown(field.getKey()) : variables.forValue(field.getKey()));
        pieces.add(Piece.shown("\":"));
        write(field.getValue(), known ? field.getKey() : "", variables, pieces);
        pieces.add(Piece.shown(fields.hasNext() ? "," : ""));
      }
      pieces.add(Piece.shown("}"));
    } else if (node.isArray()) {
      pieces.add(Piece.shown("["));
      for (int i = 0; i < node.size(); i++) {
        pieces.add(Piece.shown(i == 0 ? "" : ","));
        write(node.get(i), property, variables, pieces);
      }
      pieces.add(Piece.shown("]"));
    } else if (node.isNull() || isShown(node, property)) {
      pieces.add(Piece.shown(node.toString()));
    } else if (node.isTextual()) {
      pieces.add(Piece.shown("\""));
      pieces.add(node.asText().isEmpty() ? Piece.shown("") : variables.forValue(node.asText()));
      pieces.add(Piece.shown("\""));
    } else {
      pieces.add(variables.forValue(node.asText()));
    }
  }

  private static List<String> concat(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }
}
