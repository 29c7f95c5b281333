package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.space.Report;

/** The two PDFs of a report. Only its status decides which of them there is (C10). */
final class PdfReports {

  private final ReportFinder finder;
  private final ReportPdf pdf;

  PdfReports(ReportFinder finder, ReportPdf pdf) {
    this.finder = finder;
    this.pdf = pdf;
  }

  MockAnswer finalPdf(Call call) {
    Report report = finder.find(call);
    if (stage(report) != Stage.APPROVED) {
      throw new Refusal(
          422,
          "Report "
              + report.id()
              + " is not approved, so it has no final PDF. Wait until its status is APPROVED.");
    }
    return MockAnswer.pdf(
        "clinical_report_" + report.id() + ".pdf", pdf.finalReport(report.extended()));
  }

  MockAnswer previewPdf(Call call) {
    Report report = finder.find(call);
    String reason =
        switch (stage(report)) {
          case REVIEWABLE -> "";
          case APPROVED -> " is approved. Fetch its final PDF instead.";
          case WAITING_FOR_GENOMES -> " is waiting for genomes. Attach them first.";
          case PROCESSING -> " is still processing. Wait until it is ready to review.";
          case FAILED -> " has failed, so there is nothing to preview.";
        };
    if (!reason.isEmpty()) {
      throw new Refusal(422, "Report " + report.id() + reason);
    }
    return MockAnswer.pdf(
        "clinical_report_" + report.id() + "_preview.pdf", pdf.preview(report.extended()));
  }

  /** The matrix of the facts, 2.1.4: a status that it does not name can be reviewed. */
  private static Stage stage(Report report) {
    return switch (report.status()) {
      case "APPROVED" -> Stage.APPROVED;
      case "WAITING FOR SAMPLE" -> Stage.WAITING_FOR_GENOMES;
      case "WAITING", "SUBMITTED", "RUNNING" -> Stage.PROCESSING;
      case "FAILED" -> Stage.FAILED;
      default -> Stage.REVIEWABLE;
    };
  }

  private enum Stage {
    WAITING_FOR_GENOMES,
    PROCESSING,
    REVIEWABLE,
    APPROVED,
    FAILED
  }
}
