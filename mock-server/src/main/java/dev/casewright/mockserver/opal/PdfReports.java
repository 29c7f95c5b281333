package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStage;
import dev.casewright.mockserver.space.ReportStatus;
import dev.casewright.mockserver.switches.OpalSwitches;
import dev.casewright.mockserver.switches.Switches;

/** The two PDFs of a report. Only its status decides which of them there is (C10). */
final class PdfReports {

  private final ReportFinder finder;
  private final ReportPdf pdf;
  private final Switches switches;

  PdfReports(ReportFinder finder, ReportPdf pdf, Switches switches) {
    this.finder = finder;
    this.pdf = pdf;
    this.switches = switches;
  }

  MockAnswer finalPdf(Call call) {
    Report report = finder.find(call);
    if (stage(report, call) != ReportStage.APPROVED) {
      throw new Refusal(
          422,
          "Report "
              + report.id()
              + " is not approved, so it has no final PDF. Wait until its status is APPROVED.",
          report.hasApprovalDate() ? "OPAL-PDF-04" : "OPAL-PDF-02",
          "OPAL-PDF-05");
    }
    return MockAnswer.pdf(
        "clinical_report_" + report.id() + ".pdf", pdf.finalReport(report.extended()));
  }

  MockAnswer previewPdf(Call call) {
    Report report = finder.find(call);
    ReportStage stage = stage(report, call);
    String reason =
        switch (stage) {
          case REVIEWABLE -> "";
          case APPROVED -> " is approved. Fetch its final PDF instead.";
          case WAITING_FOR_GENOMES -> " is waiting for genomes. Attach them first.";
          case PROCESSING -> " is still processing. Wait until it is ready to review.";
          case FAILED -> " has failed, so there is nothing to preview.";
        };
    if (!reason.isEmpty()) {
      throw new Refusal(422, "Report " + report.id() + reason, refusedBy(stage), "OPAL-PDF-05");
    }
    call.trace().follows(grantedBy(report));
    return MockAnswer.pdf(
        "clinical_report_" + report.id() + "_preview.pdf", pdf.preview(report.extended()));
  }

  private static String grantedBy(Report report) {
    boolean ready = report.status().equals(ReportStatus.READY_TO_REVIEW);
    return !ready ? "OPAL-PREV-07" : report.hasApprovalDate() ? "OPAL-PREV-08" : "OPAL-PREV-01";
  }

  private static String refusedBy(ReportStage stage) {
    return switch (stage) {
      case APPROVED -> "OPAL-PREV-02";
      case PROCESSING -> "OPAL-PREV-04";
      case WAITING_FOR_GENOMES -> "OPAL-PREV-05";
      case FAILED -> "OPAL-PREV-06";
      case REVIEWABLE -> "OPAL-PREV-01";
    };
  }

  /** What the status says, unless the date of approval is to decide. */
  private ReportStage stage(Report report, Call call) {
    ReportStage byStatus = report.stage();
    boolean differs = report.hasApprovalDate() != (byStatus == ReportStage.APPROVED);
    return differs && switches.isTurned(OpalSwitches.APPROVED_BY, "report-approved-date", call)
        ? (report.hasApprovalDate() ? ReportStage.APPROVED : ReportStage.REVIEWABLE)
        : byStatus;
  }
}
