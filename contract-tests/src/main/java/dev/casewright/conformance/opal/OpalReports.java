package dev.casewright.conformance.opal;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The reports of a workspace, to choose the subjects of a test from.
 *
 * <p>They are read from the whole list without parameters and with a limit, so that a fault of one
 * of the two does not hide a subject. What is of another workspace than the first is left out.
 */
final class OpalReports {

  /** The whole list: the limit is beyond what a workspace under test can have. */
  static final String WHOLE_LIST = "/reports?limit=100000";

  private final Map<Long, JsonNode> byId = new LinkedHashMap<>();

  private final boolean whole;

  private OpalReports(OpalTarget opal) {
    List<Answer> lists = List.of(opal.get("/reports"), opal.get(WHOLE_LIST));
    List<Answer> given = lists.stream().filter(answer -> answer.status() == 200).toList();
    given.forEach(list -> add(OpalTarget.reportsOf(list)));
    this.whole = given.size() == lists.size();
  }

  /** Looks once in a run; again if a list was refused. */
  static OpalReports of(OpalTarget opal) {
    OpalReports reports =
        opal.memory().subject("reports", OpalReports.class, () -> new OpalReports(opal));
    if (!reports.whole) {
      opal.memory().forgetSubjects();
    }
    return reports;
  }

  List<JsonNode> all() {
    return List.copyOf(byId.values());
  }

  /** Any report; without one the check is skipped. */
  JsonNode any() {
    return first("at all", report -> true);
  }

  /** The first report that fits; without one the check is skipped. */
  JsonNode first(String description, Predicate<JsonNode> condition) {
    return all().stream()
        .filter(condition)
        .findFirst()
        .orElseGet(() -> abort("The workspace has no report " + description + "."));
  }

  Set<Long> idsWhere(Predicate<JsonNode> condition) {
    return ids(all().stream().filter(condition).toList());
  }

  JsonNode withStatus(String status) {
    return first("with the status " + status, report -> status(report).equals(status));
  }

  /** A report that is in a status and was never approved. */
  JsonNode neverApproved(String status) {
    return first(
        "with the status " + status + " and without a date of approval",
        report -> status(report).equals(status) && !wasApproved(report));
  }

  /** A report of a status that was approved once and opened again. */
  JsonNode reopened(String status) {
    return first(
        "with the status " + status + " and a date of approval",
        report -> status(report).equals(status) && wasApproved(report));
  }

  /** One report of each status and one of each test type; without any the check is skipped. */
  List<JsonNode> ofEveryKind() {
    any();
    Map<String, JsonNode> kinds = new LinkedHashMap<>();
    for (JsonNode report : all()) {
      kinds.putIfAbsent("status " + status(report), report);
      kinds.putIfAbsent("test type " + report.path("test_type").asText(), report);
    }
    return List.copyOf(new LinkedHashSet<>(kinds.values()));
  }

  /** An id that no report has. */
  long unusedId() {
    return byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 987_654_321L;
  }

  static long id(JsonNode report) {
    return report.path("id").asLong();
  }

  static String status(JsonNode report) {
    return report.path("status").asText();
  }

  static JsonNode workspace(JsonNode report) {
    return report.path("workspace_id");
  }

  static boolean wasApproved(JsonNode report) {
    return report.hasNonNull("report_approved_date");
  }

  static Set<Long> ids(Collection<JsonNode> reports) {
    Set<Long> ids = new LinkedHashSet<>();
    reports.forEach(report -> ids.add(id(report)));
    return ids;
  }

  private void add(List<JsonNode> reports) {
    for (JsonNode report : reports) {
      if (byId.isEmpty() || workspace(report).equals(workspace(all().get(0)))) {
        byId.putIfAbsent(id(report), report);
      }
    }
  }
}
