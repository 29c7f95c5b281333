package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filters by accession, external id and genome name match parts of a text. */
@Checks
class OpalTextFilterChecks {

  private OpalTarget opal;
  private TargetControl control;

  @BeforeEach
  void find(OpalTarget opal, TargetControl control) {
    this.opal = opal;
    this.control = control;
  }

  @Test
  @Verifies("OPAL-FIND-01")
  void accessionIsFoundByItsStartMiddleAndEnd() {
    assertFindsByParts(OpalTextFilter.accession(OpalReports.of(opal)));
  }

  @Test
  @Verifies("OPAL-FIND-02")
  void otherAccessionsAreLeftOut() {
    assertLeavesOutOthers(OpalTextFilter.accession(OpalReports.of(opal)));
  }

  @Test
  @Verifies("OPAL-FIND-03")
  void externalIdIsFoundByItsStartMiddleAndEnd() {
    assertFindsByParts(OpalTextFilter.externalId(control));
  }

  @Test
  @Verifies("OPAL-FIND-04")
  void otherExternalIdsAreLeftOut() {
    assertLeavesOutOthers(OpalTextFilter.externalId(control));
  }

  @Test
  @Verifies("OPAL-FIND-05")
  void genomeNameIsFoundByItsStartMiddleAndEnd() {
    assertFindsByParts(OpalTextFilter.genomeName(control));
  }

  @Test
  @Verifies("OPAL-FIND-06")
  void otherGenomeNamesAreLeftOut() {
    assertLeavesOutOthers(OpalTextFilter.genomeName(control));
  }

  private void assertFindsByParts(OpalTextFilter filter) {
    String text = filter.textOfThreeParts();

    assertThat(
            List.of(
                OpalTextFilter.start(text), OpalTextFilter.middle(text), OpalTextFilter.end(text)))
        .allSatisfy(
            part ->
                assertThat(OpalReports.ids(opal.reports(filter.target(part))))
                    .containsAll(filter.reportsWith(part)));
  }

  /** Letter case has a requirement of its own: what differs in it only is not looked at. */
  private void assertLeavesOutOthers(OpalTextFilter filter) {
    String part = OpalTextFilter.end(filter.textOfThreeParts());
    Set<Long> others =
        filter.reportsWhere(
            text -> !text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));

    assumeTrue(!others.isEmpty(), "Every report has this text.");
    assertThat(OpalReports.ids(opal.reportsIfListed(filter.target(part))))
        .noneMatch(others::contains);
  }
}
