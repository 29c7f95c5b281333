package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.drift.SchemaTree.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A place in the bodies of an answer, with its schema and what was seen there. Grows with what is
 * seen, and never beyond the places that the contract has. Thread-safe.
 */
final class Spot {

  private final String pointer;
  private final Schema schema;
  private final List<Form> forms;

  Spot(SchemaTree schemas, String pointer, Schema schema) {
    this.pointer = pointer;
    this.schema = schema;
    this.forms = schemas.forms(schema).stream().map(each -> new Form(schemas, each)).toList();
  }

  String pointer() {
    return pointer;
  }

  Schema schema() {
    return schema;
  }

  List<Form> forms() {
    return forms;
  }

  /** The first form that a value has. */
  Optional<Form> formOf(JsonNode value) {
    for (Form form : forms) {
      if (form.schema().accepts(value)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** One of the forms that a value may take, with the places below that were seen. */
  final class Form {

    private final SchemaTree schemas;
    private final Schema schema;
    private final Map<String, Spot> below = new ConcurrentHashMap<>();
    private volatile boolean sawObject;
    private volatile boolean sawArray;

    private Form(SchemaTree schemas, Schema schema) {
      this.schemas = schemas;
      this.schema = schema;
    }

    Schema schema() {
      return schema;
    }

    void saw(JsonNode value) {
      if (value.isObject()) {
        sawObject = true;
      } else if (value.isArray()) {
        sawArray = true;
      }
    }

    boolean sawObject() {
      return sawObject;
    }

    boolean sawArray() {
      return sawArray;
    }

    /** The place of a field that the contract names; it is there from now on. */
    Spot field(String name) {
      Spot known = below.get(name);
      return known == null
          ? at(name, SchemaTree.escaped(name), "/properties/" + SchemaTree.escaped(name))
          : known;
    }

    /** The place of the elements of an array. */
    Spot elements() {
      return at("/items", "*", "/items");
    }

    /** The place of the values of a map. */
    Spot values() {
      return at("/values", "*", "/additionalProperties");
    }

    private Spot at(String key, String step, String document) {
      return below.computeIfAbsent(
          key,
          unseen ->
              new Spot(schemas, pointer + "/" + step, schemas.at(schema.pointer() + document)));
    }

    Optional<Spot> seenField(String name) {
      return Optional.ofNullable(below.get(name));
    }

    Optional<Spot> seenElements() {
      return Optional.ofNullable(below.get("/items"));
    }

    Optional<Spot> seenValues() {
      return Optional.ofNullable(below.get("/values"));
    }
  }
}
