package dev.casewright.client.opal;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.SearchText;
import dev.casewright.client.call.Wire;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.wire.ReportsApi;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.walk.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports, over the wire. Thread-safe. */
final class ReportCalls implements ReportReading {
  private static final String EXTENDED = "True";

  private final Wire wire;
  private final ReportsApi reports;
  private final CallSettings settings;

  ReportCalls(Wire wire, CallSettings settings) {
    this.wire = wire;
    this.reports = wire.of(ReportsApi.class);
    this.settings = settings;
  }

  @Override
  public Report getReport(long id) {
    return reports.getOneReport(id, null);
  }

  @Override
  public Report getExtendedReport(long id) {
    return reports.getOneReport(id, EXTENDED);
  }

  @Override
  public Listing<Report> listReports(ReportQuery query) {
    return PageSource.listing(
        () -> Call.reading(ReportsApi.GET_REPORTS, settings.timeouts().total(), settings),
        call -> pagesOf(query, wire.partsOf(call).of(ReportsApi.class)),
        query.pageSize(),
        Report::id);
  }

  private static PageSource<Report> pagesOf(ReportQuery query, ReportsApi reports) {
    return (limit, offset) ->
        reports
            .getReports(
                query.reportType().orElse(null),
                query.reportStatus().orElse(null),
                query.orderBy().orElse(null),
                limit,
                offset,
                query.externalIdPart().orElse(null),
                query.accessionPart().orElse(null),
                query.genomeId().orElse(null),
                query.genomeNamePart().orElse(null))
            .objects();
  }

  @Override
  public Listing<Report> searchByAccessionPart(String part) {
    return listReports(ReportQuery.builder().accessionPart(part).build());
  }

  @Override
  public List<Report> findByAccession(String accession) {
    SearchText.required(accession, "accession");
    return searchByAccessionPart(accession).stream()
        .filter(report -> report.accessionId().equals(accession))
        .toList();
  }

  @Override
  public Listing<Report> searchByExternalIdPart(String part) {
    return listReports(ReportQuery.builder().externalIdPart(part).build());
  }

  @Override
  public List<Report> findByGenome(long genomeId) {
    return listReports(ReportQuery.builder().genomeId(genomeId).build()).stream()
        .filter(report -> genomesOf(report).anyMatch(id -> id == genomeId))
        .toList();
  }

  private static Stream<Long> genomesOf(Report report) {
    return Stream.of(
            report.genomeId(),
            report.motherGenomeId(),
            report.fatherGenomeId(),
            report.siblingGenomeId(),
            report.duoRelationGenomeId())
        .flatMap(Optional::stream);
  }
}
