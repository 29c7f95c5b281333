package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStatus;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Breaks what is said about the filters by report type and by report status. */
final class TypeAndStatusDeviations {

  private static final String TYPE = "report_type";
  private static final String STATUS = "report_status";

  private TypeAndStatusDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-TYPE-01",
            "The documented values of report_type are refused with 422.",
            call -> Queries.refusingWhereGranted(call, TYPE)),
        Deviation.wrong(
            "OPAL-TYPE-02",
            "Any value of report_type is accepted and compared with the test type.",
            TypeAndStatusDeviations::anyType),
        Deviation.wrong(
            "OPAL-TYPE-03",
            "report_type tells reports with a VAAST analysis from those without.",
            TypeAndStatusDeviations::byAnalysis),
        Deviation.wrong(
            "OPAL-STAT-01",
            "The five documented values of report_status are refused with 422.",
            call ->
                hasStatus(call, ReportStatus.DOCUMENTED_FILTERS::contains)
                    ? Queries.refusingWhereGranted(call, STATUS)
                    : call.usual()),
        Deviation.wrong(
            "OPAL-STAT-02",
            "Only the five documented values of report_status are accepted.",
            call ->
                hasStatus(call, ReportStatus.DOCUMENTED_FILTERS::contains)
                    ? call.usual()
                    : Queries.refusingWhereGranted(call, STATUS)),
        Deviation.wrong(
            "OPAL-STAT-03",
            "A value of report_status that is no known status gives an empty list.",
            TypeAndStatusDeviations::nothingForUnknownStatuses),
        Deviation.wrong(
            "OPAL-STAT-04",
            "report_status also finds the reports in the status that is next by the alphabet.",
            TypeAndStatusDeviations::withTheNextStatus),
        Deviation.wrong(
            "OPAL-STAT-05",
            "report_status does not find the last of the reports in the given status.",
            call ->
                Queries.has(call.request(), STATUS)
                    ? Subjects.withoutTheLastOfEach(call, Report::status)
                    : call.usual()));
  }

  private static boolean hasStatus(DeviantCall call, Predicate<String> condition) {
    return call.request().parameter(STATUS).filter(condition).isPresent();
  }

  private static MockAnswer anyType(DeviantCall call) {
    MockAnswer usual = call.usual();
    String type = call.request().parameter(TYPE).orElse("");
    return usual.status() == 422
        ? ReportEdits.only(
            call,
            call.request().withoutParameter(TYPE),
            report -> type.isEmpty() || report.testType().equals(type))
        : usual;
  }

  private static MockAnswer byAnalysis(DeviantCall call) {
    MockAnswer usual = call.usual();
    if (usual.status() != 200 || !Queries.has(call.request(), TYPE)) {
      return usual;
    }
    boolean wanted = call.request().parameter(TYPE).filter("VAAST Trio Report"::equals).isPresent();
    return ReportEdits.list(
        call,
        call.request().withoutParameter(TYPE),
        reports ->
            reports.stream()
                .filter(report -> report.hasNonNull("vaast_report_id") == wanted)
                .toList());
  }

  private static MockAnswer nothingForUnknownStatuses(DeviantCall call) {
    MockAnswer usual = call.usual();
    return usual.status() == 422 && Queries.has(call.request(), STATUS)
        ? ReportEdits.list(
            call, call.request().withoutParameter(STATUS), reports -> List.<JsonNode>of())
        : usual;
  }

  private static MockAnswer withTheNextStatus(DeviantCall call) {
    MockAnswer usual = call.usual();
    MockRequest request = call.request();
    if (usual.status() != 200 || !Queries.has(request, STATUS)) {
      return usual;
    }
    String status = request.parameter(STATUS).orElse("");
    String next = next(call, status);
    return ReportEdits.only(
        call,
        request.withoutParameter(STATUS),
        report -> report.status().equals(status) || report.status().equals(next));
  }

  private static String next(DeviantCall call, String status) {
    TreeSet<String> statuses =
        call.state().reports().stream()
            .map(Report::status)
            .collect(Collectors.toCollection(TreeSet::new));
    statuses.add(status);
    return Objects.requireNonNullElseGet(statuses.higher(status), statuses::first);
  }
}
