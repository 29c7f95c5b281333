package dev.casewright.conformance.drift;

import dev.casewright.conformance.drift.SchemaTree.Schema;
import dev.casewright.conformance.drift.Sightings.Place;
import dev.casewright.openapi.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a contract promises that was never seen. */
final class Unseen {

  private final Api api;
  private final List<Operation> operations;
  private final SchemaTree schemas;
  private final Map<Place, Set<String>> known;
  private final Set<String> answered;
  private final List<DriftFinding> findings = new ArrayList<>();

  Unseen(Contract contract, SchemaTree schemas, Sightings sightings) {
    this.api = contract.api();
    this.operations = contract.operations();
    this.schemas = schemas;
    this.known = sightings.known();
    this.answered = sightings.answers().keySet();
  }

  /** The JSON pointer of an operation's answers in the document. */
  static String answersOf(Operation operation) {
    return placeOf(operation) + "/responses";
  }

  private static String placeOf(Operation operation) {
    return "/paths/"
        + SchemaTree.escaped(operation.path().toString())
        + "/"
        + operation.method().toLowerCase(Locale.ROOT);
  }

  List<DriftFinding> findings() {
    for (Operation operation : operations) {
      if (!answered.contains(operation.id())) {
        add(
            DriftKind.UNSEEN_OPERATION,
            new Place(operation.id(), 0, ""),
            operation.method() + " " + operation.path(),
            placeOf(operation));
      } else {
        operation.answers().values().forEach(answer -> answer(operation, answer));
      }
    }
    return findings;
  }

  private void answer(Operation operation, Answer answer) {
    Place place = new Place(operation.id(), answer.status(), "");
    if (!known.containsKey(place)) {
      add(
          DriftKind.UNSEEN_STATUS,
          new Place(operation.id(), 0, ""),
          "HTTP " + answer.status(),
          answersOf(operation) + "/" + answer.status());
    } else if (answer.content().containsKey("application/json")) {
      below(place, schemas.at(answer.content().get("application/json")));
    }
  }

  private void below(Place place, Schema schema) {
    Set<String> types = known.getOrDefault(place, Set.of());
    for (Schema form : schemas.forms(schema)) {
      if (types.contains("object")) {
        form.node()
            .path("properties")
            .fieldNames()
            .forEachRemaining(
                name -> {
                  String step = SchemaTree.escaped(name);
                  child(place.below(step), form.pointer() + "/properties/" + step);
                });
        Place values = place.below("*");
        if (form.node().path("additionalProperties").isObject() && known.containsKey(values)) {
          below(values, schemas.at(form.pointer() + "/additionalProperties"));
        }
      }
      if (types.contains("array") && form.node().has("items")) {
        child(place.below("*"), form.pointer() + "/items");
      }
    }
  }

  private void child(Place place, String document) {
    Schema schema = schemas.at(document);
    if (known.containsKey(place)) {
      below(place, schema);
    } else {
      add(DriftKind.UNSEEN_FIELD, place, schemas.typeOf(schema), document);
    }
  }

  private void add(DriftKind kind, Place place, String shape, String document) {
    findings.add(
        new DriftFinding(
            api, place.operation(), kind, place.status(), place.pointer(), shape, document, 0));
  }
}
