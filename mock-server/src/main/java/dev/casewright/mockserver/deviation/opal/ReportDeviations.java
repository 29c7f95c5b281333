package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStage;
import java.util.List;

/** Breaks what is said about the report, alone and in the list. */
final class ReportDeviations {

  private ReportDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-REP-01",
            "One report stands under clinical_report.",
            call -> ReportEdits.body(call, report -> Json.object().set("clinical_report", report))),
        Deviation.wrong(
            "OPAL-REP-02",
            "The first report of the workspace is given instead of the one that was asked for, and"
                + " the second instead of the first.",
            ReportDeviations::another),
        Deviation.broken(
            "OPAL-REP-03",
            "A report has no version.",
            call -> ReportEdits.each(call, report -> report.remove("version"))),
        Deviation.wrong(
            "OPAL-REP-04",
            "One report has no include_cosmic.",
            call -> ReportEdits.each(call, report -> report.remove("include_cosmic"))),
        Deviation.broken(
            "OPAL-REP-05",
            "The variant_count of a report is a text.",
            call ->
                ReportEdits.each(
                    call,
                    report -> report.put("variant_count", report.path("variant_count").asText()))),
        Deviation.broken(
            "OPAL-REP-06",
            "The filter_name is null where it should be the text None.",
            call -> ReportEdits.each(call, ReportDeviations::nullForNone)),
        Deviation.broken(
            "OPAL-REP-07",
            "The created_by of a report is null.",
            call -> ReportEdits.each(call, report -> report.putNull("created_by"))),
        Deviation.wrong(
            "OPAL-REP-08",
            "The type of one report is report.",
            call -> ReportEdits.each(call, report -> report.put("type", "report"))),
        Deviation.wrong(
            "OPAL-REP-09",
            "A patient_dict has no ethnicity.",
            call -> ReportEdits.each(call, ReportDeviations::withoutEthnicity)),
        Deviation.wrong(
            "OPAL-REP-10",
            "A report that is still processing has no genome yet.",
            ReportDeviations::withoutGenomeWhileProcessing));
  }

  private static MockAnswer another(DeviantCall call) {
    MockAnswer usual = call.usual();
    long asked = Subjects.report(call).map(Report::id).orElse(0L);
    return call.state().reports().stream()
        .map(Report::id)
        .filter(id -> usual.status() == 200 && id != asked)
        .findFirst()
        .map(id -> call.usual(Subjects.request(call, id)))
        .orElse(usual);
  }

  private static void nullForNone(ObjectNode report) {
    if (report.path("filter_name").asText().equals("None")) {
      report.putNull("filter_name");
    }
  }

  private static void withoutEthnicity(ObjectNode report) {
    if (report.path("patient_dict") instanceof ObjectNode patient) {
      patient.remove("ethnicity");
    }
  }

  /** Whoever asks for a genome does not find the reports that do not show it. */
  private static MockAnswer withoutGenomeWhileProcessing(DeviantCall call) {
    return Queries.has(call.request(), "genome_id") && call.operation().equals("getReports")
        ? ReportEdits.list(
            call,
            call.request(),
            reports -> reports.stream().filter(report -> !isProcessing(report)).toList())
        : ReportEdits.each(
            call,
            report -> {
              if (isProcessing(report)) {
                report.putNull("genome_id");
              }
            });
  }

  private static boolean isProcessing(JsonNode report) {
    return ReportStage.of(report.path("status").asText()) == ReportStage.PROCESSING;
  }
}
