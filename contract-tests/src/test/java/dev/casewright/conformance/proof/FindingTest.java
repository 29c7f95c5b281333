package dev.casewright.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Requirement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proof that cannot fail proves nothing. */
class FindingTest {

  private static final Requirement BROKEN =
      new RequirementIndex()
          .all().stream().filter(each -> !each.follows().isEmpty()).findFirst().orElseThrow();
  private static final String FOLLOWER = BROKEN.follows().get(0);
  private static final String STRANGER = "OPAL-NONE-01";

  @Test
  void deviationThatLeavesItsRequirementAtPassIsNotFound() {
    assertThat(finding(Map.of()).isFound()).isFalse();
  }

  @Test
  void deviationThatMakesTheSuiteFailItselfIsNotFound() {
    assertThat(finding(Map.of(BROKEN.id(), Verdict.ERROR)).isFound()).isFalse();
  }

  @Test
  void deviationThatOnlyWarnsIsFound() {
    assertThat(finding(Map.of(BROKEN.id(), Verdict.WARN)).isFound()).isTrue();
  }

  @Test
  void requirementThatDoesNotFollowMustNotChange() {
    assertThat(finding(Map.of(STRANGER, Verdict.SKIP)).spilled())
        .containsExactly(BROKEN.id() + " turns " + STRANGER + " to skip");
  }

  @Test
  void requirementThatFollowsMayFailOrNoLongerBeJudged() {
    assertThat(finding(Map.of(FOLLOWER, Verdict.FAIL)).spilled()).isEmpty();
    assertThat(finding(Map.of(FOLLOWER, Verdict.SKIP)).spilled()).isEmpty();
    assertThat(finding(Map.of(FOLLOWER, Verdict.ERROR)).spilled()).hasSize(1);
  }

  @Test
  void requirementThatIsSaidToFollowAndDoesNotIsMissed() {
    assertThat(finding(Map.of()).missed()).contains(BROKEN.id() + " does not turn " + FOLLOWER);
  }

  private static Finding finding(Map<String, Verdict> changed) {
    return new Finding(BROKEN, "It is broken.", changed, Set.of(), 1, 1);
  }
}
