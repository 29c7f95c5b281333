package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.ReportFilter;
import dev.casewright.mockserver.space.SpaceState;
import java.util.List;
import java.util.Map;

/**
 * A laboratory of many years, computed from a number: patients like those of the pack {@code small}
 * under other names, dates and accessions. Nothing of it is kept but what was changed.
 */
final class LargePack implements SeedPack {

  private static final long REPORTS_PER_SPACE = 10_000_000;

  private final SeedChoice.Large size;
  private final Dice dice;
  private final Laboratory laboratory;
  private final VariantLibrary variants;
  private final CaseDrafts drafts;
  private final Population population;
  private final PatientIndex index;
  private final PatientGroups groups;
  private final List<String> reportStatuses;
  private final List<String> caseStatuses;
  private final JsonNode solved;
  private final JsonNode unsolved;

  LargePack(SeedChoice.Large size, PackDocuments models, CaseDrafts drafts) {
    this.size = size;
    this.dice = new Dice(size.seed());
    this.laboratory = new Laboratory(models.laboratory());
    this.variants = new VariantLibrary(models.variants());
    this.drafts = drafts;
    this.population = new Population(dice, Math.max(size.reports(), size.cases()), models);
    this.index = new PatientIndex(dice, size.reports());
    this.groups =
        new PatientGroups(
            size.reports(),
            Map.of(
                ReportFilter.REPORT_STATUS,
                patient -> LargeReports.status(this, patient),
                ReportFilter.REPORT_TYPE,
                patient -> population.picture(patient).testType()));
    this.reportStatuses = statuses(models.reports());
    this.caseStatuses =
        statuses(models.cases()).stream()
            // Families of cases that wait for their samples have no names of samples yet.
            .filter(status -> !status.equals(CaseStatus.PENDING_SEQUENCING))
            .toList();
    this.solved = review(models.cases(), true);
    this.unsolved = review(models.cases(), false);
  }

  @Override
  public String name() {
    return "large:" + size.seed() + ":" + size.reports() + ":" + size.cases();
  }

  @Override
  public SpaceState stateFor(String space) {
    SpaceNumbers numbers = new SpaceNumbers(space, REPORTS_PER_SPACE);
    Organisation organisation = laboratory.organisation(numbers);
    return SpaceState.of(
        organisation,
        new LargeReports(this, numbers),
        new LargeCases(this, numbers, organisation.users()));
  }

  SeedChoice.Large size() {
    return size;
  }

  Dice dice() {
    return dice;
  }

  Laboratory laboratory() {
    return laboratory;
  }

  VariantLibrary variants() {
    return variants;
  }

  CaseDrafts drafts() {
    return drafts;
  }

  Population population() {
    return population;
  }

  PatientIndex index() {
    return index;
  }

  PatientGroups groups() {
    return groups;
  }

  List<String> reportStatuses() {
    return reportStatuses;
  }

  List<String> caseStatuses() {
    return caseStatuses;
  }

  /** Every so many patients one has a case as well. */
  int patientOfCase(int position) {
    return position * Math.max(1, size.reports() / Math.max(1, size.cases()));
  }

  /** What reviewers write under a case that is or is not explained. */
  JsonNode review(boolean isSolved) {
    return isSolved ? solved : unsolved;
  }

  private static List<String> statuses(JsonNode entries) {
    return entries
        .valueStream()
        .map(entry -> entry.path("status").asText())
        .distinct()
        .sorted()
        .toList();
  }

  private static JsonNode review(JsonNode cases, boolean isSolved) {
    return cases
        .valueStream()
        .map(entry -> entry.path("review"))
        .filter(
            review -> review.isObject() && review.path("resolved").asInt() == (isSolved ? 1 : 0))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
