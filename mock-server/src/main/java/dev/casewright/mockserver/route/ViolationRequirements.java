package dev.casewright.mockserver.route;

import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.Violation;
import dev.casewright.openapi.check.Violation.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which requirements say that a request is refused which breaks the contract. */
final class ViolationRequirements {

  private static final Map<String, String> NOT_AN_INTEGER =
      Map.of(
          "query limit", "OPAL-PAGE-03",
          "query offset", "OPAL-PAGE-06",
          "query genome_id", "OPAL-FIND-10",
          "path id", "OPAL-ID-03");

  private static final Map<String, List<String>> NOT_ALLOWED =
      Map.of(
          "query limit", List.of("OPAL-ERR-05", "OPAL-PAGE-02"),
          "query offset", List.of("OPAL-ERR-05", "OPAL-PAGE-05"),
          "query genome_id", List.of("OPAL-ERR-05"),
          "query report_type", List.of("OPAL-ERR-06", "OPAL-TYPE-02"),
          "query report_status", List.of("OPAL-ERR-06", "OPAL-STAT-03"),
          "query order_by", List.of("OPAL-ERR-06", "OPAL-ORD-02"),
          "path id", List.of("OPAL-ID-01", "OPAL-ID-02"));

  private ViolationRequirements() {}

  static String[] of(Operation operation, MockRequest request, List<Violation> violations) {
    Set<String> ids = new LinkedHashSet<>();
    for (Violation violation : violations) {
      ids.addAll(
          switch (operation.api()) {
            case OPAL -> ofOpal(violation);
            case EMEDGENE -> ofEmedgene(operation, request, violation);
          });
    }
    return ids.toArray(String[]::new);
  }

  private static List<String> ofOpal(Violation violation) {
    if (violation.kind() == Kind.VALUE) {
      return NOT_ALLOWED.getOrDefault(violation.place(), List.of());
    }
    String id = NOT_AN_INTEGER.get(violation.place());
    return id == null ? List.of() : List.of("OPAL-ERR-04", id);
  }

  private static List<String> ofEmedgene(
      Operation operation, MockRequest request, Violation violation) {
    if (violation.place().equals("body") && violation.kind() == Kind.MALFORMED) {
      return List.of("EMG-BODY-04");
    }
    return switch (operation.id()) {
      case "login", "loginV1" -> ifMissing(violation, "EMG-AUTH-18");
      case "createCase" -> ofCreation(request, violation);
      case "assignParticipants" ->
          violation.kind() == Kind.MISSING
              ? List.of("EMG-PART-06")
              : violation.place().equals("body/action") ? List.of("EMG-PART-05") : List.of();
      case "updateCaseStatus" -> ifMissing(violation, "EMG-STAT-15");
      case "createPresetGroup" -> ifMissing(violation, "EMG-PRESET-07");
      case "listCases" -> List.of("EMG-LIST-10");
      case "findSamples" -> ifMissing(violation, "EMG-SAMP-12");
      default -> List.of();
    };
  }

  private static List<String> ofCreation(MockRequest request, Violation violation) {
    if (violation.place().equals("query dry_run")) {
      return List.of("EMG-CASE-29");
    }
    if (violation.kind() != Kind.MISSING) {
      return List.of();
    }
    return switch (violation.place()) {
      case "body", "body/test_data" -> List.of("EMG-CASE-18");
      case "body/test_data/patients", "body/test_data/patients/proband" ->
          List.of(request.isTrue("dry_run") ? "EMG-CASE-12" : "EMG-CASE-19");
      default -> List.of();
    };
  }

  private static List<String> ifMissing(Violation violation, String id) {
    return violation.kind() == Kind.MISSING ? List.of(id) : List.of();
  }
}
