package dev.casewright.contracttests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.contracttests.Verifies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filters that are given together must all hold. */
@ExtendWith(MockServerExtension.class)
class OpalCombinedFiltersTest {

  private OpalTarget opal;
  private MockControl control;
  private JsonNode one;
  private JsonNode other;

  @BeforeEach
  void find(OpalTarget opal, MockControl control) {
    this.opal = opal;
    this.control = control;
    OpalReports reports = OpalReports.of(opal);
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

    assertThat(other.path("accession_id").asText()).doesNotContain(accession);
    assertThat(found).allMatch(fitsBoth);
  }

  /** What a filter finds or refuses when it is alone is left to the requirements about it. */
  @Test
  @Verifies("OPAL-FIND-14")
  void anyTwoFiltersFindOnlyWhatEachOfThemFindsAlone() {
    Map<String, String> ofOne = acceptedFilters(one);
    Map<String, String> ofOther = acceptedFilters(other);

    assertThat(ofOne).hasSizeGreaterThan(1);
    ofOne.forEach(
        (first, firstValue) ->
            ofOther.forEach(
                (second, secondValue) -> {
                  if (!first.equals(second)) {
                    assertThat(found(first, firstValue, second, secondValue))
                        .as("reports found by %s and %s", first, second)
                        .isSubsetOf(found(first, firstValue))
                        .isSubsetOf(found(second, secondValue));
                  }
                }));
  }

  private Map<String, String> acceptedFilters(JsonNode report) {
    long id = OpalReports.id(report);
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("accession_id", OpalTextFilter.end(report.path("accession_id").asText()));
    filters.put("genome_id", report.path("genome_id").asText());
    filters.put("external_id", OpalTextFilter.end(control.externalIds().get(id)));
    filters.put("genome_name", OpalTextFilter.end(control.genomeNames().get(id)));
    filters.put("report_status", OpalReports.status(report));
    filters
        .entrySet()
        .removeIf(
            filter ->
                opal.get(OpalTarget.list(filter.getKey(), filter.getValue())).status() != 200);
    return filters;
  }

  private Set<Long> found(String... filters) {
    return OpalReports.ids(opal.reports(OpalTarget.list(filters)));
  }
}
