package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;

/** Breaks what is said about both PDFs: their file name and their media type. */
final class PdfFileDeviations {

  private static final String DISPOSITION = "Content-Disposition";

  private PdfFileDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-FILE-01",
            "The answer with a PDF has no file name.",
            call -> PdfEdits.given(call, pdf -> pdf.withHeader(DISPOSITION, "attachment"))),
        Deviation.broken(
            "OPAL-FILE-02",
            "The file name of a PDF stands in quotes.",
            call -> PdfEdits.given(call, PdfFileDeviations::quoted)),
        Deviation.broken(
            "OPAL-FILE-03",
            "The answer with a PDF has the Content-Type application/octet-stream.",
            call ->
                PdfEdits.given(
                    call, pdf -> pdf.withHeader("Content-Type", "application/octet-stream"))));
  }

  private static MockAnswer quoted(MockAnswer pdf) {
    String name = pdf.header(DISPOSITION).orElse("").replaceFirst(".*filename=", "");
    return pdf.withHeader(DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
