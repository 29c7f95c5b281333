package dev.casewright.client.emedgene;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.Downloads;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.emedgene.wire.ReportsApi;
import java.io.OutputStream;
import java.nio.file.Path;

/** Reports of cases, over the wire. Thread-safe. */
final class CaseReportCalls implements CaseReports {
  private final ReportsApi reports;
  private final Downloads pdfs;
  private final Downloads pdfsAndJson;

  CaseReportCalls(Wire wire, CallSettings settings) {
    this.reports = wire.of(ReportsApi.class);
    this.pdfs = Downloads.ofPdfs(settings);
    this.pdfsAndJson = Downloads.ofPdfsAndJson(settings);
  }

  @Override
  public Download downloadReport(
      String caseName, String reportType, String reportId, Path target, ExistingFile existing) {
    return downloadsOf(reportType)
        .toPath(
            ReportsApi.GET_CASE_REPORT,
            () -> reports.getCaseReport(caseName, reportType, reportId),
            target,
            "case_report",
            existing);
  }

  @Override
  public Download downloadReport(
      String caseName, String reportType, String reportId, OutputStream target) {
    return downloadsOf(reportType)
        .toStream(() -> reports.getCaseReport(caseName, reportType, reportId), target);
  }

  @Override
  public DownloadStream openReport(String caseName, String reportType, String reportId) {
    return downloadsOf(reportType)
        .open(() -> reports.getCaseReport(caseName, reportType, reportId));
  }

  /** Who asks for a PDF gets nothing else, whatever the server calls it. */
  private Downloads downloadsOf(String reportType) {
    return "pdf".equalsIgnoreCase(reportType) ? pdfs : pdfsAndJson;
  }
}
