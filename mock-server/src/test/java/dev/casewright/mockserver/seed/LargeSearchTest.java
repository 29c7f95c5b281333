package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.emedgene.PhenotypeCatalogue;
import dev.casewright.mockserver.space.Genome;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportCondition;
import dev.casewright.mockserver.space.ReportFilter;
import dev.casewright.mockserver.space.SpaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The pack {@code large} finds by what it has written down; here every report is looked at. */
class LargeSearchTest {

  private static final int REPORTS = 1_500;
  private static final int ROUNDS = 400;
  private static final List<String> ODD_PARTS =
      List.of(
          "", "\n", "%", "_", "CW-L_", "\u00e9", "\u212a", "\u0130", "EXT-", "ext-", "-P", "-PP",
          "P\nC");

  private final Random random = new Random(20_260_101);

  @Test
  void itFindsWhatIsFoundByLookingAtEveryReport() {
    SpaceState state = withChanges(state("large:7:" + REPORTS + ":5"));
    List<Report> all = List.copyOf(state.reports());
    int found = 0;

    for (int round = 0; round < ROUNDS; round++) {
      List<ReportCondition> conditions = new ArrayList<>();
      for (int more = random.nextInt(3); more >= 0; more--) {
        conditions.add(condition(all));
      }
      List<Long> expected =
          all.stream()
              .filter(report -> conditions.stream().allMatch(wanted -> fits(report, wanted)))
              .map(Report::id)
              .toList();

      assertThat(state.reports(conditions).map(Report::id))
          .as("by %s", conditions)
          .isEqualTo(expected);
      found += expected.size();
    }

    assertThat(found).isGreaterThan(ROUNDS);
  }

  @Test
  void itFindsTheFewExternalIdsThatAreShorterThanTheOthers() {
    SpaceState state = state("large:7:" + REPORTS + ":5");
    List<Report> shorter =
        state.reports().stream()
            .filter(report -> report.genome().externalId().length() < "EXT-0000000".length())
            .filter(Report::hasGenome)
            .toList();

    assertThat(shorter).isNotEmpty();
    for (Report report : shorter) {
      assertThat(
              state.reports(
                  List.of(
                      new ReportCondition(
                          ReportFilter.EXTERNAL_ID, report.genome().externalId(), false))))
          .extracting(Report::id)
          .contains(report.id());
    }
  }

  /** Some in another status, some with other texts, and some beyond the last of the pack. */
  private SpaceState withChanges(SpaceState state) {
    SpaceState changed = state;
    for (int change = 0; change < 60; change++) {
      Report report = any(List.copyOf(state.reports()));
      long id = change % 10 == 0 ? report.id() + REPORTS : report.id();
      String status = any(List.of("WAITING FOR SAMPLE", "APPROVED", "CUSTOM_1"));
      String accession = any(List.of("CW-L0000777", "other-777", "\u00e9\u212a"));
      changed =
          changed.with(
              new Report(
                  report
                      .extended()
                      .put("id", id)
                      .put("status", status)
                      .put("accession_id", accession),
                  new Genome(report.genome().id(), accession + "-p", "ext-" + status)));
    }
    return changed;
  }

  private ReportCondition condition(List<Report> reports) {
    ReportFilter filter = any(List.of(ReportFilter.values()));
    String value = filter.of(any(reports)).orElse("17");
    if (!filter.findsParts()) {
      String wanted = filter == ReportFilter.GENOME ? any(List.of("+", "00", "-")) + value : value;
      return new ReportCondition(filter, wanted, false);
    }
    int from = random.nextInt(value.length() + 1);
    String part = value.substring(from, from + random.nextInt(value.length() - from + 1));
    String turned = random.nextInt(4) == 0 ? part.toLowerCase(Locale.ROOT) : part;
    return new ReportCondition(
        filter, random.nextInt(6) == 0 ? any(ODD_PARTS) : turned, random.nextBoolean());
  }

  private static boolean fits(Report report, ReportCondition condition) {
    String value = condition.filter().of(report).orElse(null);
    if (value == null || !condition.filter().findsParts()) {
      return condition.wanted().equals(value);
    }
    return (condition.ignoresCase() ? value.toLowerCase(Locale.ROOT) : value)
        .contains(condition.wanted());
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static SpaceState state(String pack) {
    CaseDrafts drafts =
        new CaseDrafts(new PhenotypeCatalogue(new SeedFiles("ontology").read("hpo.yaml")));
    return SeedPacks.open(SeedChoice.parse(pack), Map.of(), drafts).stateFor("search");
  }
}
