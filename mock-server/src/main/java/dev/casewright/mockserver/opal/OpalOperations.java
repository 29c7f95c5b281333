package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.mockserver.switches.Switches;
import java.util.Map;

/** The handlers of all operations of Opal. */
public final class OpalOperations {

  private OpalOperations() {}

  /**
   * Makes the handlers.
   *
   * @param spaces all spaces, to tell an unknown report from one of another workspace
   * @param pdf draws the PDFs
   * @param answerLimit the most bytes that a list may have
   * @param switches decide what the sources leave open
   * @return the handlers by operationId
   */
  public static Map<String, OperationHandler> handlers(
      Spaces spaces, ReportPdf pdf, long answerLimit, Switches switches) {
    ReportFinder finder = new ReportFinder(spaces);
    PdfReports pdfReports = new PdfReports(finder, pdf, switches);
    return Map.of(
        "getReports",
        new ReportList(answerLimit, switches),
        "getOneReport",
        new OneReport(finder),
        "getFinalPdfReport",
        pdfReports::finalPdf,
        "getPreviewPdfReport",
        pdfReports::previewPdf);
  }
}
