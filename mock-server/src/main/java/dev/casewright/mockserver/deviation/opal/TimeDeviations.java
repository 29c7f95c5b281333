package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.Deviation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Breaks what is said about the times in a report. */
final class TimeDeviations {

  private static final List<String> TIMES =
      List.of("created_on", "report_approved_date", "submitted_on", "submitted_for_review_on");
  private static final List<String> DATES_OF_THE_SAMPLE =
      List.of("sample_collected_date", "sample_received_date");

  private TimeDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-TIME-01",
            "A time in a report ends with the zone Z.",
            call -> ReportEdits.each(call, report -> rewrite(report, TIMES, time -> time + "Z"))),
        Deviation.broken(
            "OPAL-TIME-02",
            "The dates of the sample have no time of day.",
            call ->
                ReportEdits.each(
                    call,
                    report ->
                        rewrite(
                            report,
                            DATES_OF_THE_SAMPLE,
                            time -> time.substring(0, time.indexOf('T'))))));
  }

  private static void rewrite(
      ObjectNode report, List<String> fields, UnaryOperator<String> change) {
    for (String field : fields) {
      JsonNode time = report.path(field);
      if (time.isTextual()) {
        report.put(field, change.apply(time.textValue()));
      }
    }
  }
}
