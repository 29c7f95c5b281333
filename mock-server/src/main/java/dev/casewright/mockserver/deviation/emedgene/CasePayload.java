package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The payload of a new case as a request brings it, and what the mock makes of it. */
final class CasePayload {

  private static final String DRY_RUN = "dry_run";
  private static final String TEST_DATA = "test_data";
  private static final String PATIENTS = "patients";
  private static final String PROBAND = "proband";
  private static final String PHENOTYPES = "phenotypes";
  private static final List<String> MEMBERS = List.of(PROBAND, "mother", "father");

  private CasePayload() {}

  static boolean isDryRun(MockRequest request) {
    return request.isTrue(DRY_RUN);
  }

  static MockRequest asDryRun(MockRequest request) {
    return request.withParameter(DRY_RUN, "true");
  }

  static MockRequest asRealRun(MockRequest request) {
    return request.withoutParameter(DRY_RUN);
  }

  /** Whether the mock would take a request; nothing is created. */
  static boolean isTaken(DeviantCall call, MockRequest request) {
    return call.usual(asDryRun(request)).status() == 200;
  }

  static JsonNode testData(JsonNode payload) {
    return payload.path(TEST_DATA);
  }

  static List<JsonNode> persons(JsonNode payload) {
    JsonNode patients = testData(payload).path(PATIENTS);
    List<JsonNode> persons = new ArrayList<>();
    MEMBERS.stream().map(patients::path).forEach(persons::add);
    patients.path("other").forEach(persons::add);
    return persons;
  }

  static List<JsonNode> phenotypes(JsonNode payload) {
    return persons(payload).stream()
        .flatMap(person -> person.path(PHENOTYPES).valueStream())
        .toList();
  }

  static List<JsonNode> samples(JsonNode payload) {
    return testData(payload).path("samples").valueStream().toList();
  }

  static boolean lacksTestData(JsonNode payload) {
    return !payload.has(TEST_DATA);
  }

  static boolean lacksProband(JsonNode payload) {
    return testData(payload).isObject() && !testData(payload).path(PATIENTS).has(PROBAND);
  }

  /** Puts in a person of whom nothing is said, where there is room for one. */
  static void addProband(ObjectNode payload) {
    ObjectNode data = payload.withObjectProperty(TEST_DATA);
    if (!data.has(PATIENTS) || data.get(PATIENTS).isObject()) {
      data.withObjectProperty(PATIENTS).putObject(PROBAND);
    }
  }

  /** The request without the phenotypes whose id the mock does not know. */
  static MockRequest withoutUnknownPhenotypes(DeviantCall call) {
    Set<String> unknown = new HashSet<>();
    JsonEdits.read(call.request())
        .ifPresent(
            payload ->
                phenotypes(payload).stream()
                    .map(CasePayload::id)
                    .filter(id -> !id.isBlank())
                    .distinct()
                    .filter(id -> !isKnown(call, id))
                    .forEach(unknown::add));
    return unknown.isEmpty()
        ? call.request()
        : JsonEdits.edit(
            call.request(), payload -> persons(payload).forEach(person -> remove(person, unknown)));
  }

  /** The text of a phenotype's id; an empty text without one. */
  static String id(JsonNode phenotype) {
    return phenotype.path("id").isTextual() ? phenotype.path("id").asText() : "";
  }

  private static void remove(JsonNode person, Set<String> unknown) {
    if (person.path(PHENOTYPES) instanceof ArrayNode phenotypes) {
      ArrayNode others = Json.array();
      phenotypes.valueStream().filter(some -> !unknown.contains(id(some))).forEach(others::add);
      phenotypes.removeAll();
      phenotypes.addAll(others);
    }
  }

  private static boolean isKnown(DeviantCall call, String id) {
    ObjectNode payload = Json.object();
    addProband(payload);
    ObjectNode proband = (ObjectNode) persons(payload).get(0);
    proband.putArray(PHENOTYPES).addObject().put("id", id);
    return isTaken(call, call.request().withBody(Json.bytes(payload)));
  }
}
