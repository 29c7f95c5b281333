package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter by genome id compares numbers, never digits. */
@Checks
class OpalGenomeFilterChecks {

  private OpalTarget opal;
  private Map<Long, List<JsonNode>> reportsByGenome;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reportsByGenome =
        OpalReports.of(opal).all().stream()
            .filter(report -> report.hasNonNull("genome_id"))
            .collect(Collectors.groupingBy(OpalGenomeFilterChecks::genomeId));
  }

  @Test
  @Verifies("OPAL-FIND-07")
  void everyReportOfAGenomeIsFound() {
    assumeTrue(
        reportsByGenome.values().stream().anyMatch(reports -> reports.size() > 1),
        "No genome has two reports.");
    assertThat(reportsByGenome)
        .allSatisfy(
            (genome, reports) ->
                assertThat(OpalReports.ids(opal.reports(byGenome(genome))))
                    .containsAll(OpalReports.ids(reports)));
  }

  @Test
  @Verifies("OPAL-FIND-08")
  void reportsOfOtherGenomesAreLeftOut() {
    assumeTrue(reportsByGenome.size() > 1, "The workspace has fewer than two genomes.");
    assertThat(reportsByGenome.keySet())
        .allSatisfy(
            genome ->
                assertThat(opal.reportsIfListed(byGenome(genome)))
                    .map(OpalGenomeFilterChecks::genomeId)
                    .allSatisfy(found -> assertThat(found).isEqualTo(genome)));
  }

  @Test
  @Verifies("OPAL-FIND-08")
  void partOfAGenomeIdDoesNotFindTheGenome() {
    long genome = reportsByGenome.keySet().stream().filter(id -> id >= 100).findFirst().orElse(0L);
    String digits = Long.toString(genome);
    int last = digits.length() - 1;

    assumeTrue(digits.length() > 2, "No genome has an id of three digits.");
    assertThat(
            Set.of(
                digits.substring(0, 1),
                digits.substring(0, last),
                digits.substring(1),
                digits.substring(1, last)))
        .filteredOn(part -> !part.startsWith("0"))
        .allSatisfy(
            part ->
                assertThat(opal.reportsIfListed(OpalTarget.list("genome_id", part)))
                    .map(OpalGenomeFilterChecks::genomeId)
                    .doesNotContain(genome));
  }

  @Test
  @Verifies("OPAL-FIND-09")
  void genomeIdThatNoGenomeHasGivesAnEmptyList() {
    long unknown = reportsByGenome.keySet().stream().mapToLong(Long::longValue).max().orElse(0);

    assertThat(opal.reports(byGenome(unknown + 1_000_000_000L))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "1x", "0x1F"})
  @Verifies(value = "OPAL-FIND-10", probe = Probe.INVALID_VALUES)
  void genomeIdThatIsNotAnIntegerIsRefused(String genome) {
    assertThat(opal.get(OpalTarget.list("genome_id", genome)).status()).isIn(400, 404, 422);
  }

  private static String byGenome(long genome) {
    return OpalTarget.list("genome_id", Long.toString(genome));
  }

  private static long genomeId(JsonNode report) {
    return report.path("genome_id").asLong();
  }
}
