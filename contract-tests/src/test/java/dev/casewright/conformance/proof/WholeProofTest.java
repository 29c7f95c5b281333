package dev.casewright.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.mockserver.ProofServer;
import dev.casewright.openapi.Requirement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same with all checks, those that a deviation is thought not to reach among them. One
 * deviation in {@value #ONE_IN} is looked at, and all of them with {@code
 * -Dcasewright.deviations=all}.
 */
@Tag("full")
class WholeProofTest {

  private static final int ONE_IN = 50;

  @AutoClose static final Bench BENCH = new Bench(ProofServer.start());

  @ParameterizedTest
  @MethodSource("some")
  void wholeRunFindsTheDeviationAndWhatFollowsOnly(Requirement broken) {
    Finding finding = BENCH.findingOf(broken, check -> true).orElseThrow();

    assertThat(finding.isFound()).isTrue();
    assertThat(finding.spilled()).isEmpty();
  }

  static List<Requirement> some() {
    List<Requirement> all =
        new RequirementIndex()
            .all().stream().filter(each -> each.reasonUntestable().isEmpty()).toList();
    boolean every = System.getProperty("casewright.deviations", "").equals("all");
    return IntStream.range(0, all.size())
        .filter(i -> every || i % ONE_IN == 0)
        .mapToObj(all::get)
        .toList();
  }
}
