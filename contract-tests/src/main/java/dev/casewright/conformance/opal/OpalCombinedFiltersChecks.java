package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters that are given together must all hold. */
@Checks
class OpalCombinedFiltersChecks {

  private OpalTarget opal;
  private TargetControl control;
  private OpalReports reports;
  private JsonNode one;
  private JsonNode other;

  @BeforeEach
  void find(OpalTarget opal, TargetControl control) {
    this.opal = opal;
    this.control = control;
    this.reports = OpalReports.of(opal);
    this.one = reports.withStatus("READY TO REVIEW");
    this.other =
        reports.first(
            "that is approved and of another genome and accession",
            report ->
                OpalReports.status(report).equals("APPROVED")
                    && !report.path("genome_id").equals(one.path("genome_id"))
                    && !report.path("accession_id").equals(one.path("accession_id")));
  }

  @Test
  @Verifies("OPAL-FIND-14")
  void reportThatFitsOnlyTheAccessionOrOnlyTheGenomeIsLeftOut() {
    String accession = OpalTextFilter.end(one.path("accession_id").asText());
    String genome = other.path("genome_id").asText();
    Predicate<JsonNode> fitsBoth =
        report ->
            report.path("accession_id").asText().contains(accession)
                && report.path("genome_id").asText().equals(genome);

    List<JsonNode> found =
        opal.reports(OpalTarget.list("accession_id", accession, "genome_id", genome));

    assumeTrue(
        !other.path("accession_id").asText().contains(accession), "The accessions are too alike.");
    assertThat(found).allMatch(fitsBoth);
  }

  /** What a filter finds or refuses when it is alone is left to the requirements about it. */
  @Test
  @Verifies("OPAL-FIND-14")
  void anyTwoFiltersFindOnlyWhatEachOfThemFindsAlone() {
    List<Filter> ofOne = acceptedFilters(one);
    List<Filter> ofOther = acceptedFilters(other);

    assertThat(ofOne).hasSizeGreaterThan(1);
    for (Filter first : ofOne) {
      for (Filter second : ofOther) {
        if (!first.name().equals(second.name())) {
          assertThat(found(first.name(), first.value(), second.name(), second.value()))
              .as("reports found by %s and %s", first.name(), second.name())
              .isSubsetOf(first.fitting())
              .isSubsetOf(second.fitting());
        }
      }
    }
  }

  private List<Filter> acceptedFilters(JsonNode report) {
    List<Filter> filters = new ArrayList<>();
    for (OpalTextFilter text :
        List.of(
            OpalTextFilter.accession(reports),
            OpalTextFilter.externalId(control),
            OpalTextFilter.genomeName(control))) {
      String part = OpalTextFilter.end(text.texts().getOrDefault(OpalReports.id(report), ""));
      filters.add(new Filter(text.parameter(), part, text.reportsWith(part)));
    }
    for (Map.Entry<String, String> exact :
        Map.of("genome_id", "genome_id", "report_status", "status").entrySet()) {
      String value = report.path(exact.getValue()).asText();
      filters.add(
          new Filter(
              exact.getKey(),
              value,
              reports.idsWhere(each -> each.path(exact.getValue()).asText().equals(value))));
    }
    filters.removeIf(filter -> filter.value().isEmpty());
    filters.removeIf(filter -> opal.get(filter.target()).status() != 200);
    filters.forEach(filter -> filter.fitting().addAll(found(filter.name(), filter.value())));
    return filters;
  }

  private Set<Long> found(String... filters) {
    return OpalReports.ids(opal.reports(OpalTarget.list(filters)));
  }

  /**
   * A filter with a value.
   *
   * @param fitting the reports that fit it, and what else it finds alone
   */
  private record Filter(String name, String value, Set<Long> fitting) {

    String target() {
      return OpalTarget.list(name, value);
    }
  }
}
