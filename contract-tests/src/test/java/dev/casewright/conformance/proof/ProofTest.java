package dev.casewright.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each requirement there is a deviation of the mock, and the suite finds exactly that one. */
@Tag("full")
class ProofTest {

  private static Proof proof;

  @BeforeAll
  static void makeTheProof() {
    proof = Proof.make();
    ProofTable.write(proof, Path.of("target", "proof.md"));
  }

  @Test
  void serverThatKeepsEverythingPassesAndNothingIsSkipped() {
    assertThat(proof.plain().verdicts())
        .containsOnlyKeys(testable())
        .allSatisfy((id, verdict) -> assertThat(verdict).isIn(Verdict.PASS, Verdict.WARN));
  }

  @Test
  void everyRequirementHasADeviation() {
    assertThat(proof.findings()).extracting(Finding::id).hasSameElementsAs(testable());
  }

  @Test
  void everyDeviationIsFound() {
    assertThat(proof.findings()).filteredOn(finding -> !finding.isFound()).isEmpty();
  }

  @Test
  void nothingElseIsFoundThanWhatFollows() {
    assertThat(proof.findings()).flatExtracting(Finding::spilled).isEmpty();
  }

  @Test
  void whatIsSaidToFollowIsFound() {
    assertThat(proof.findings()).flatExtracting(Finding::missed).isEmpty();
  }

  /** What holds of every operation is broken by other servers: {@code EveryOperationTest}. */
  @Test
  void everyCheckFailsWithSomeDeviation() {
    Set<String> red =
        proof.findings().stream()
            .flatMap(finding -> finding.redChecks().stream())
            .collect(Collectors.toSet());

    assertThat(proof.checks())
        .filteredOn(check -> !Claim.isClaim(check.requirements().get(0).id()))
        .extracting(Check::name)
        .isSubsetOf(red);
  }

  private static List<String> testable() {
    return proof.requirements().stream()
        .filter(requirement -> requirement.reasonUntestable().isEmpty())
        .map(Requirement::id)
        .toList();
  }
}
