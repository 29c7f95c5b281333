package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.space.CaseStock;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.ReportStock;
import dev.casewright.mockserver.space.SpaceState;
import java.util.ArrayList;
import java.util.List;

/**
 * A seed pack of files. Reports and cases are made once; a space gets them under numbers of its
 * own.
 */
final class WrittenPack implements SeedPack {

  private static final long REPORTS_PER_SPACE = 1_000_000;

  /** Ids of cases go on from here, as those that are created later do. */
  private static final long LAST_CASE_ID_BEFORE = 1_000_100;

  private final String name;
  private final Laboratory laboratory;
  private final List<SeededReport> reports = new ArrayList<>();
  private final List<SeededCase> cases = new ArrayList<>();

  /**
   * Makes everything that the files tell of.
   *
   * @throws dev.casewright.mockserver.exchange.Refusal if a payload cannot become a case
   */
  WrittenPack(String name, PackDocuments documents, CaseDrafts drafts) {
    this.name = name;
    this.laboratory = new Laboratory(documents.laboratory());
    VariantLibrary variants = new VariantLibrary(documents.variants());
    for (JsonNode entry : documents.reports()) {
      reports.add(
          new SeededReport(
              SeededReport.fields(entry, variants),
              SeededReport.genome(entry),
              entry.path("id").asLong(),
              laboratory.workspaceId()));
    }
    long id = LAST_CASE_ID_BEFORE;
    SampleBook samples = new SampleBook();
    for (JsonNode entry : documents.cases()) {
      cases.add(SeededCase.of(entry, laboratory, drafts, variants, ++id, samples));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SpaceState stateFor(String space) {
    SpaceNumbers numbers = new SpaceNumbers(space, REPORTS_PER_SPACE);
    Organisation organisation = laboratory.organisation(numbers);
    List<OrgUser> users = organisation.users();
    return SpaceState.of(
        organisation,
        ReportStock.of(reports.stream().map(report -> report.in(numbers)).toList()),
        CaseStock.of(cases.stream().map(file -> file.in(numbers, users)).toList()));
  }
}
