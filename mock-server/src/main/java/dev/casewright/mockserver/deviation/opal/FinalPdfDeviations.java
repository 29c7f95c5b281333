package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.space.Report;
import java.util.List;
import java.util.function.Predicate;

/** Breaks what is said about the final PDF. */
final class FinalPdfDeviations {

  private FinalPdfDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-PDF-01",
            "The final PDF of an approved report is refused with 422.",
            call -> PdfEdits.refused(call, report -> true)),
        Deviation.wrong(
            "OPAL-PDF-02",
            "The final PDF of a report that is not approved is given with 200.",
            call -> granted(call, report -> true)),
        Deviation.wrong(
            "OPAL-PDF-03",
            "A final PDF ends in the middle.",
            call -> PdfEdits.given(call, PdfEdits::firstHalf)),
        Deviation.wrong(
            "OPAL-PDF-04",
            "The final PDF of a report that has a report_approved_date is given, whatever its"
                + " status.",
            call -> granted(call, PdfEdits::wasApproved)),
        Deviation.broken(
            "OPAL-PDF-05",
            "The text of the refusal of a PDF stands under message.",
            RefusalDeviations::underMessage));
  }

  private static MockAnswer granted(DeviantCall call, Predicate<Report> meant) {
    return PdfEdits.granted(call, meant, report -> new ReportPdf().finalReport(report.extended()));
  }
}
