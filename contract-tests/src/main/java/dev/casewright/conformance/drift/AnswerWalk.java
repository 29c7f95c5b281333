package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.drift.SchemaTree.Schema;
import dev.casewright.conformance.drift.Spot.Form;
import dev.casewright.openapi.Operation;
import java.util.Map;
import java.util.Optional;

/** Goes through the body of one answer beside its schema. */
final class AnswerWalk {

  private final Operation operation;
  private final int status;
  private final Sightings sightings;
  private final boolean regular;

  /** If the request was not regular, only what the contract knows is noted. */
  AnswerWalk(Operation operation, int status, Sightings sightings, boolean regular) {
    this.operation = operation;
    this.status = status;
    this.sightings = sightings;
    this.regular = regular;
  }

  void walk(Spot spot, JsonNode value) {
    Optional<Form> found = spot.formOf(value);
    if (found.isEmpty()) {
      unknown(DriftKind.OTHER_TYPE, spot.pointer(), value, spot.schema());
      return;
    }
    Form form = found.get();
    form.saw(value);
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        field(spot, form, field.getKey(), field.getValue());
      }
    } else if (value.isArray() && form.schema().node().has("items")) {
      for (JsonNode element : value) {
        walk(form.elements(), element);
      }
    } else if (form.schema().isUnknownWord(value)) {
      unknown(DriftKind.UNKNOWN_VALUE, spot.pointer(), value, form.schema());
    }
  }

  private void field(Spot spot, Form form, String name, JsonNode value) {
    JsonNode named = form.schema().node().path("properties");
    if (named.has(name)) {
      walk(form.field(name), value);
    } else if (form.schema().node().path("additionalProperties").isObject()) {
      walk(form.values(), value);
    } else {
      String shown = FieldNames.shown(name, !named.isEmpty());
      unknown(DriftKind.UNKNOWN_FIELD, spot.pointer() + "/" + shown, value, form.schema());
    }
  }

  private void unknown(DriftKind kind, String pointer, JsonNode value, Schema schema) {
    if (regular) {
      sightings.unknown(kind, operation, status, pointer, JsonTypes.of(value), schema.pointer());
    }
  }
}
