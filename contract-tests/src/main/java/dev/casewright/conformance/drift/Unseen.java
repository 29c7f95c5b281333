package dev.casewright.conformance.drift;

import dev.casewright.conformance.drift.Spot.Form;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a contract promises that was never seen. */
final class Unseen {

  private final Api api;
  private final List<Operation> operations;
  private final SchemaTree schemas;
  private final Sightings sightings;
  private final Set<String> answered;
  private final List<DriftFinding> findings = new ArrayList<>();

  Unseen(Contract contract, SchemaTree schemas, Sightings sightings) {
    this.api = contract.api();
    this.operations = contract.operations();
    this.schemas = schemas;
    this.sightings = sightings;
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
        String asked = operation.method() + " " + operation.path();
        add(DriftKind.UNSEEN_OPERATION, operation, 0, "", asked, placeOf(operation));
      } else {
        operation.answers().keySet().forEach(status -> answer(operation, status));
      }
    }
    return findings;
  }

  private void answer(Operation operation, int status) {
    if (!sightings.hasSeen(operation, status)) {
      String document = answersOf(operation) + "/" + status;
      add(DriftKind.UNSEEN_STATUS, operation, 0, "", "HTTP " + status, document);
    }
    sightings.seenBody(operation, status).ifPresent(body -> below(operation, status, body));
  }

  private void below(Operation operation, int status, Spot spot) {
    for (Form form : spot.forms()) {
      if (form.sawObject()) {
        form.schema()
            .node()
            .path("properties")
            .fieldNames()
            .forEachRemaining(
                name -> {
                  String step = SchemaTree.escaped(name);
                  child(
                      operation,
                      status,
                      spot,
                      step,
                      form.seenField(name),
                      form.schema().pointer() + "/properties/" + step);
                });
        form.seenValues().ifPresent(values -> below(operation, status, values));
      }
      if (form.sawArray() && form.schema().node().has("items")) {
        child(
            operation, status, spot, "*", form.seenElements(), form.schema().pointer() + "/items");
      }
    }
  }

  private void child(
      Operation operation,
      int status,
      Spot parent,
      String step,
      Optional<Spot> seen,
      String document) {
    if (seen.isPresent()) {
      below(operation, status, seen.get());
    } else {
      String type = schemas.typeOf(schemas.at(document));
      String pointer = parent.pointer() + "/" + step;
      add(DriftKind.UNSEEN_FIELD, operation, status, pointer, type, document);
    }
  }

  private void add(
      DriftKind kind,
      Operation operation,
      int status,
      String pointer,
      String shape,
      String document) {
    findings.add(new DriftFinding(api, operation.id(), kind, status, pointer, shape, document, 0));
  }
}
