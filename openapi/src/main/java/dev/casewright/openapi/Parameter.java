package dev.casewright.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A parameter of an operation.
 *
 * @param name the name on the wire
 * @param place where it is sent
 * @param required whether the operation is refused without it
 * @param type the JSON type that the text stands for: {@code string}, {@code integer}, {@code
 *     boolean} or {@code number}
 * @param evidence how surely the parameter is known
 * @param pointer the JSON pointer of its schema in the document
 * @param requirements ids of the requirements that the document names at this parameter
 */
public record Parameter(
    String name,
    Place place,
    boolean required,
    String type,
    Evidence evidence,
    String pointer,
    List<String> requirements) {

  /** Copies the ids. */
  public Parameter {
    requirements = List.copyOf(requirements);
  }

  /** Where a parameter is sent. */
  public enum Place {
    /** A segment of the path. */
    PATH,
    /** A pair of the query string. */
    QUERY,
    /** A request header. */
    HEADER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Parameter read(JsonNode node, String pointer, JsonNode schema, String schemaPointer) {
    List<String> requirements = new ArrayList<>();
    node.path("x-requirements").forEach(id -> requirements.add(id.asText()));
    return new Parameter(
        node.path("name").asText(),
        Place.valueOf(node.path("in").asText().toUpperCase(Locale.ROOT)),
        node.path("required").asBoolean(false),
        schema.path("type").asText("string"),
        Evidence.of(node.path("x-evidence").asText()),
        schemaPointer,
        requirements);
  }
}
