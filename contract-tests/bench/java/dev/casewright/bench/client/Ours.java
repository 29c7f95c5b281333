package dev.casewright.bench.client;

import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.paging.Page;
import java.io.OutputStream;
import java.net.URI;

/** The client of this project, as its README builds it. */
final class Ours implements Subject {

  private final OpalClient client;
  private final ReportQuery query = ReportQuery.builder().pageSize(ROWS).build();

  Ours(URI url) {
    this.client =
        OpalClient.builder()
            .baseUrl(url)
            .allowPlainHttpOnLoopback()
            .credentials(LOGIN, PASSWORD)
            .build();
  }

  @Override
  public Object report() {
    return client.getReport(REPORT);
  }

  @Override
  public Object page() {
    Page<Report> page = client.listReports(query).firstPage();
    if (page.items().size() != ROWS) {
      throw new IllegalStateException("The page has " + page.items().size() + " reports.");
    }
    return page;
  }

  @Override
  public long pdf() {
    return client.downloadFinalPdf(REPORT, OutputStream.nullOutputStream()).size();
  }
}
