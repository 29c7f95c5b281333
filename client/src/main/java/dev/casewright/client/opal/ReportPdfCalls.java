package dev.casewright.client.opal;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.Downloads;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.opal.wire.ReportsApi;
import java.io.OutputStream;
import java.nio.file.Path;

/** PDFs of reports, over the wire. Thread-safe. */
final class ReportPdfCalls implements ReportPdfs {
  private final PdfDownloads finals;
  private final PdfDownloads previews;

  ReportPdfCalls(Wire wire, CallSettings settings) {
    ReportsApi reports = wire.of(ReportsApi.class);
    Downloads downloads = Downloads.ofPdfs(settings);
    this.finals =
        new PdfDownloads(
            ReportsApi.GET_FINAL_PDF_REPORT, reports::getFinalPdfReport, ".pdf", downloads);
    this.previews =
        new PdfDownloads(
            ReportsApi.GET_PREVIEW_PDF_REPORT,
            reports::getPreviewPdfReport,
            "_preview.pdf",
            downloads);
  }

  @Override
  public Download downloadFinalPdf(long id, Path target, ExistingFile existing) {
    return finals.toPath(id, target, existing);
  }

  @Override
  public Download downloadFinalPdf(long id, OutputStream target) {
    return finals.toStream(id, target);
  }

  @Override
  public DownloadStream openFinalPdf(long id) {
    return finals.open(id);
  }

  @Override
  public Download downloadPreviewPdf(long id, Path target, ExistingFile existing) {
    return previews.toPath(id, target, existing);
  }

  @Override
  public Download downloadPreviewPdf(long id, OutputStream target) {
    return previews.toStream(id, target);
  }

  @Override
  public DownloadStream openPreviewPdf(long id) {
    return previews.open(id);
  }
}
