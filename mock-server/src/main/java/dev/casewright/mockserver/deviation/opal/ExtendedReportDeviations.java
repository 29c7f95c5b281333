package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.function.Consumer;

/** Breaks what is said about the extended report. */
final class ExtendedReportDeviations {

  private static final String EXTENDED = "extended";
  private static final String YES = "True";

  private ExtendedReportDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-EXT-01",
            "With extended=True the plain report is given.",
            call -> call.usual(call.request().withoutParameter(EXTENDED))),
        Deviation.wrong(
            "OPAL-EXT-02",
            "An extended report has no patient_dict.",
            call -> ifExtended(call, report -> report.remove("patient_dict"))),
        Deviation.wrong(
            "OPAL-EXT-03",
            "Any value of extended gives the extended report.",
            call ->
                Queries.has(call.request(), EXTENDED)
                    ? call.usual(call.request().withParameter(EXTENDED, YES))
                    : call.usual()),
        Deviation.wrong(
            "OPAL-EXT-04",
            "An extended report has no variants.",
            call -> ifExtended(call, report -> report.remove("variants"))),
        Deviation.wrong(
            "OPAL-EXT-05",
            "An extended report has no patient_fields.",
            call -> ifExtended(call, report -> report.remove("patient_fields"))));
  }

  private static MockAnswer ifExtended(DeviantCall call, Consumer<ObjectNode> edit) {
    return call.request().parameter(EXTENDED).filter(YES::equals).isPresent()
        ? ReportEdits.each(call, edit)
        : call.usual();
  }
}
