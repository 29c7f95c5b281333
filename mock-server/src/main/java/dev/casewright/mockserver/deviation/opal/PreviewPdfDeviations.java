package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Breaks what is said about the preview PDF. */
final class PreviewPdfDeviations {

  private static final String READY = "READY TO REVIEW";
  private static final Set<String> PROCESSING = Set.of("WAITING", "SUBMITTED", "RUNNING");

  private PreviewPdfDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-PREV-01",
            "The preview PDF of a report that is ready to review is refused with 422.",
            call -> PdfEdits.refused(call, report -> is(report, READY))),
        Deviation.wrong(
            "OPAL-PREV-02",
            "The preview PDF of an approved report is given with 200.",
            call -> granted(call, report -> is(report, ReportStatus.APPROVED))),
        Deviation.wrong(
            "OPAL-PREV-03",
            "A preview PDF ends in the middle.",
            call -> PdfEdits.given(call, PdfEdits::firstHalf)),
        Deviation.wrong(
            "OPAL-PREV-04",
            "The preview PDF of a report that is still processing is given with 200.",
            call -> granted(call, report -> PROCESSING.contains(report.status()))),
        Deviation.wrong(
            "OPAL-PREV-05",
            "The preview PDF of a report that waits for its genomes is given with 200.",
            call -> granted(call, report -> is(report, ReportStatus.WAITING_FOR_SAMPLE))),
        Deviation.wrong(
            "OPAL-PREV-06",
            "The preview PDF of a report that failed is given with 200.",
            call -> granted(call, report -> is(report, "FAILED"))),
        Deviation.wrong(
            "OPAL-PREV-07",
            "Only a report that is ready to review has a preview PDF.",
            call -> PdfEdits.refused(call, report -> !is(report, READY))),
        Deviation.wrong(
            "OPAL-PREV-08",
            "The preview PDF of a report that is ready to review again is refused with 422.",
            call ->
                PdfEdits.refused(
                    call, report -> is(report, READY) && PdfEdits.wasApproved(report))));
  }

  private static boolean is(Report report, String status) {
    return report.status().equals(status);
  }

  private static MockAnswer granted(DeviantCall call, Predicate<Report> meant) {
    return PdfEdits.granted(call, meant, report -> new ReportPdf().preview(report.extended()));
  }
}
