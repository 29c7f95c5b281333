package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStage;
import dev.casewright.mockserver.space.ReportStatus;
import java.util.List;
import java.util.function.Predicate;

/** Breaks what is said about the preview PDF. */
final class PreviewPdfDeviations {

  private PreviewPdfDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-PREV-01",
            "The preview PDF of a report that is ready to review is refused with 422.",
            call -> PdfEdits.refused(call, report -> isReady(report))),
        Deviation.wrong(
            "OPAL-PREV-02",
            "The preview PDF of an approved report is given with 200.",
            call -> granted(call, report -> report.stage() == ReportStage.APPROVED)),
        Deviation.wrong(
            "OPAL-PREV-03",
            "A preview PDF ends in the middle.",
            call -> PdfEdits.given(call, PdfEdits::firstHalf)),
        Deviation.wrong(
            "OPAL-PREV-04",
            "The preview PDF of a report that is still processing is given with 200.",
            call -> granted(call, report -> report.stage() == ReportStage.PROCESSING)),
        Deviation.wrong(
            "OPAL-PREV-05",
            "The preview PDF of a report that waits for its genomes is given with 200.",
            call -> granted(call, report -> report.stage() == ReportStage.WAITING_FOR_GENOMES)),
        Deviation.wrong(
            "OPAL-PREV-06",
            "The preview PDF of a report that failed is given with 200.",
            call -> granted(call, report -> report.stage() == ReportStage.FAILED)),
        Deviation.wrong(
            "OPAL-PREV-07",
            "Only a report that is ready to review has a preview PDF.",
            call -> PdfEdits.refused(call, report -> !isReady(report))),
        Deviation.wrong(
            "OPAL-PREV-08",
            "The preview PDF of a report that is ready to review again is refused with 422.",
            call ->
                PdfEdits.refused(call, report -> isReady(report) && PdfEdits.wasApproved(report))));
  }

  private static boolean isReady(Report report) {
    return report.status().equals(ReportStatus.READY_TO_REVIEW);
  }

  private static MockAnswer granted(DeviantCall call, Predicate<Report> meant) {
    return PdfEdits.granted(call, meant, report -> new ReportPdf().preview(report.extended()));
  }
}
