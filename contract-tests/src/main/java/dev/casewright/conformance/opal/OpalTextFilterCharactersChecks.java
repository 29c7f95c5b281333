package dev.casewright.conformance.opal;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the text filters every character stands for itself. */
@Checks
class OpalTextFilterCharactersChecks {

  private OpalTarget opal;
  private TargetControl control;

  @BeforeEach
  void find(OpalTarget opal, TargetControl control) {
    this.opal = opal;
    this.control = control;
  }

  @ParameterizedTest
  @ValueSource(strings = {"accession_id", "external_id", "genome_name"})
  @Verifies("OPAL-FIND-11")
  void percentSignAndUnderscoreFindThemselvesOnly(String parameter) {
    OpalTextFilter filter = filter(parameter);
    String run = OpalTextFilter.longest(filter.textOfThreeParts());

    assumeTrue(run.length() > 2, "No text has three letters or digits in a row.");
    assertThat(
            List.of(
                "%",
                "_",
                run.charAt(0) + "_" + run.substring(2),
                run.charAt(0) + "%" + run.substring(run.length() - 1),
                run + "%"))
        .allSatisfy(
            text ->
                assertThat(OpalReports.ids(opal.reports(filter.target(text))))
                    .noneMatch(filter.reportsWithout(text)::contains));
    assertThat(List.of("%", "_"))
        .map(character -> filter.text(text -> text.contains(character) && !text.contains("-")))
        .allSatisfy(
            text ->
                assertThat(OpalReports.ids(opal.reports(filter.target(text))))
                    .containsAll(filter.reportsWith(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accession_id", "external_id", "genome_name"})
  @Verifies("OPAL-FIND-12")
  void hyphenIsAcceptedAndFindsItselfOnly(String parameter) {
    OpalTextFilter filter = filter(parameter);
    String text = filter.text(one -> one.matches(".*[A-Za-z0-9]-[A-Za-z0-9].*"));

    assertThat(OpalReports.ids(opal.reports(filter.target(text))))
        .containsAll(filter.reportsWith(text));
    findsNothingThatHasNoHyphen(filter);
  }

  /** What an absent text finds too is left to the requirement about leaving out. */
  private void findsNothingThatHasNoHyphen(OpalTextFilter filter) {
    String run = OpalTextFilter.longest(filter.textOfThreeParts());
    Set<Long> foundAnyway = found(filter, "zqxjzqxj");

    assumeTrue(run.length() > 2, "No text has three letters or digits in a row.");
    assertThat(
            List.of(run.charAt(0) + "-" + run.substring(1), run.charAt(0) + "-" + run.substring(2)))
        .allSatisfy(
            text -> {
              Set<Long> found = new HashSet<>(found(filter, text));
              found.removeAll(foundAnyway);
              assertThat(found).noneMatch(filter.reportsWithout(text)::contains);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"accession_id", "external_id", "genome_name"})
  @Verifies("OPAL-FIND-13")
  void upperAndLowerCaseAreDifferent(String parameter) {
    OpalTextFilter filter = filter(parameter);
    String letters = letters(filter.text(text -> !letters(text).isEmpty()));

    assertThat(List.of(letters.toUpperCase(Locale.ROOT), letters.toLowerCase(Locale.ROOT)))
        .allSatisfy(
            text ->
                assertThat(found(filter, text)).noneMatch(filter.reportsWithout(text)::contains));
  }

  private Set<Long> found(OpalTextFilter filter, String text) {
    return OpalReports.ids(opal.reportsIfListed(filter.target(text)));
  }

  private OpalTextFilter filter(String parameter) {
    return switch (parameter) {
      case "external_id" -> OpalTextFilter.externalId(control);
      case "genome_name" -> OpalTextFilter.genomeName(control);
      default -> OpalTextFilter.accession(OpalReports.of(opal));
    };
  }

  private static String letters(String text) {
    return Stream.of(text.split("[^A-Za-z]+")).filter(run -> !run.isEmpty()).findFirst().orElse("");
  }
}
