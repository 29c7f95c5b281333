package dev.casewright.bench.client;

import dev.casewright.bench.stock.ApiClient;
import dev.casewright.bench.stock.api.ReportsApi;
import dev.casewright.bench.stock.model.ReportList;
import java.net.URI;

/**
 * What the generator makes of the same contract with its stock templates. It reads times as text,
 * and cannot read a PDF: it takes it for JSON.
 */
final class Stock implements Subject {

  private final ReportsApi reports;

  Stock(URI url) {
    ApiClient client = new ApiClient("opalKey").setBasePath(url.toString());
    client.setCredentials(LOGIN, PASSWORD);
    this.reports = client.buildClient(ReportsApi.class);
  }

  @Override
  public Object report() {
    return reports.getOneReport(REPORT, (String) null);
  }

  @Override
  public Object page() {
    ReportList page = reports.getReports(null, null, null, ROWS, 0, null, null, null, null);
    if (page.getObjects().size() != ROWS) {
      throw new IllegalStateException("The page has " + page.getObjects().size() + " reports.");
    }
    return page;
  }

  @Override
  public long pdf() {
    return reports.getFinalPdfReport(REPORT).length();
  }
}
