package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Breaks what is said about the list as a whole. */
final class ListDeviations {

  /** No report of any space has an id as large as this. */
  private static final long TO_A_FOREIGN_ID = 10_000_000_000_000L;

  private ListDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-LIST-01",
            "The list is a bare array of reports.",
            call -> ReportEdits.body(call, list -> list.path("objects"))),
        Deviation.wrong(
            "OPAL-LIST-02",
            "Without any parameter the list ends after half of the reports.",
            ListDeviations::firstHalf),
        Deviation.wrong(
            "OPAL-LIST-03",
            "Reports of another workspace stand among those of the key's.",
            call -> ReportEdits.list(call, call.request(), ListDeviations::withForeignReports)),
        Deviation.wrong(
            "OPAL-LIST-04",
            "A report in the list has no vaast_report_id.",
            call -> ReportEdits.each(call, report -> report.remove("vaast_report_id"))));
  }

  private static MockAnswer firstHalf(DeviantCall call) {
    return Collections.disjoint(call.queryParameters(), call.request().query().keySet())
        ? ReportEdits.list(call, call.request(), reports -> reports.subList(0, reports.size() / 2))
        : call.usual();
  }

  /** All spaces start with the same reports, so a foreign one looks like one of the space. */
  private static List<JsonNode> withForeignReports(List<JsonNode> reports) {
    return reports.stream().flatMap(report -> Stream.of(report, foreign(report))).toList();
  }

  private static JsonNode foreign(JsonNode report) {
    ObjectNode foreign = report.deepCopy();
    return foreign
        .put("id", report.path("id").asLong() + TO_A_FOREIGN_ID)
        .put("workspace_id", report.path("workspace_id").asLong() + 1);
  }
}
