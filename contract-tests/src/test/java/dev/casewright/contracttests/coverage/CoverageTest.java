package dev.casewright.contracttests.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.run.Suite;
import dev.casewright.contracttests.coverage.CoverageTable.Deviations;
import dev.casewright.contracttests.pact.PactFiles;
import dev.casewright.contracttests.pact.PactInteraction;
import dev.casewright.contracttests.provider.PactProof;
import dev.casewright.contracttests.provider.PactProofExtension;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every requirement is verified, and the table in the repository says by what. */
@ExtendWith(PactProofExtension.class)
class CoverageTest {

  private static final Path TABLE = Path.of("COVERAGE.md");

  private static final RequirementRegister SMALL =
      RequirementRegister.parse(
          Api.OPAL,
          """
          api: opal
          requirements:
            - {id: OPAL-A-01, sentence: A., source: S, evidence: inferred, operation: x, effect: read}
            - {id: OPAL-A-02, sentence: B., source: S, evidence: inferred, operation: x, effect: read}
            - {id: OPAL-A-03, sentence: C., source: S, evidence: inferred, operation: x, effect: read,
               untestable: No one can.}
          """);

  @Test
  void noRequirementIsLeftWithoutAPactOrACheck(PactProof proof) {
    assertThat(table(proof).findings()).isEmpty();
  }

  @Test
  void tableInTheRepositoryIsCurrent(PactProof proof) throws IOException {
    if ("write".equals(System.getProperty("casewright.coverage"))) {
      Files.writeString(TABLE, table(proof).markdown());
    }

    assertThat(TABLE)
        .as("write it anew with: mvn verify -Dcasewright.coverage=write")
        .hasContent(table(proof).markdown());
  }

  @Test
  void requirementWithNothingBehindItIsFound() {
    assertThat(small().findings())
        .containsExactly("OPAL-A-02 has neither a pact nor a check behind it.");
  }

  @Test
  void requirementThatNoRegisterHasIsFound() {
    CoverageTable other =
        new CoverageTable(
            List.of(),
            List.<PactInteraction>of(),
            List.of(checkOf("OPAL-A-01")),
            new Deviations(Map.of(), Map.of()),
            Map.of());

    assertThat(other.findings()).containsExactly("OPAL-A-01 is verified, but no register has it.");
  }

  @Test
  void rowNamesTheDeviationThePactsThatItTurnsRedAndTheLastConfirmation() {
    assertThat(small().markdown())
        .contains(
            "| **OPAL-A-01** A. | inferred | S |  | SomeChecks.first | It says B."
                + " | a list<br>a report | 2031-03-01 |")
        .contains("| **OPAL-A-02** B. | inferred | S |  |  |  |  | never |")
        .contains("*Untestable: No one can.*");
  }

  private static CoverageTable small() {
    return new CoverageTable(
        List.of(SMALL),
        List.of(),
        List.of(checkOf("OPAL-A-01")),
        new Deviations(
            Map.of("OPAL-A-01", "It says B."),
            Map.of("OPAL-A-01", new TreeSet<>(List.of("a report", "a list")))),
        Map.of("OPAL-A-01", LocalDate.of(2031, 3, 1)));
  }

  private static Check checkOf(String id) {
    Requirement requirement =
        SMALL.requirements().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new Check(
        "SomeChecks.first", List.of(requirement), Api.OPAL, Effect.READ, false, Set.of());
  }

  private static CoverageTable table(PactProof proof) {
    try (Suite suite = new Suite(Clock.systemUTC())) {
      return new CoverageTable(
          Arrays.stream(Api.values()).map(RequirementRegister::of).toList(),
          PactFiles.read(Path.of(System.getProperty("pact.rootDir"))),
          suite.checks(),
          new Deviations(proof.summaries(), proof.red()),
          Map.of());
    }
  }
}
