package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.drift.SchemaTree.Schema;
import dev.casewright.conformance.drift.Sightings.Place;
import dev.casewright.openapi.Api;
import java.util.Optional;

/** Goes through one body beside its schema. */
final class AnswerWalk {

  private static final String ANY = "*";

  private final Api api;
  private final SchemaTree schemas;
  private final Sightings sightings;
  private final boolean regular;

  /** If the request was not regular, only what the contract knows is noted. */
  AnswerWalk(Api api, SchemaTree schemas, Sightings sightings, boolean regular) {
    this.api = api;
    this.schemas = schemas;
    this.sightings = sightings;
    this.regular = regular;
  }

  void walk(Place place, Schema schema, JsonNode value) {
    sightings.seen(place, JsonTypes.of(value));
    Optional<Schema> form =
        schemas.forms(schema).stream().filter(each -> each.accepts(value)).findFirst();
    if (form.isEmpty()) {
      unknown(DriftKind.OTHER_TYPE, place, JsonTypes.of(value), schema);
    } else if (value.isObject()) {
      fields(place, form.get(), value);
    } else if (value.isArray()) {
      elements(place, form.get(), value);
    } else if (form.get().isUnknownWord(value)) {
      unknown(DriftKind.UNKNOWN_VALUE, place, JsonTypes.of(value), form.get());
    }
  }

  private void elements(Place place, Schema schema, JsonNode array) {
    if (schema.node().has("items")) {
      Schema items = schemas.at(schema.pointer() + "/items");
      array.forEach(element -> walk(place.below(ANY), items, element));
    }
  }

  private void fields(Place place, Schema schema, JsonNode object) {
    JsonNode named = schema.node().path("properties");
    boolean isMap = schema.node().path("additionalProperties").isObject();
    object
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (named.has(name)) {
                String step = SchemaTree.escaped(name);
                walk(
                    place.below(step),
                    schemas.at(schema.pointer() + "/properties/" + step),
                    field.getValue());
              } else if (isMap) {
                Schema values = schemas.at(schema.pointer() + "/additionalProperties");
                walk(place.below(ANY), values, field.getValue());
              } else {
                String shown = FieldNames.shown(name, !named.isEmpty());
                unknown(
                    DriftKind.UNKNOWN_FIELD,
                    place.below(shown),
                    JsonTypes.of(field.getValue()),
                    schema);
              }
            });
  }

  private void unknown(DriftKind kind, Place place, String shape, Schema schema) {
    if (regular) {
      sightings.unknown(kind, api, place, shape, schema.pointer());
    }
  }
}
