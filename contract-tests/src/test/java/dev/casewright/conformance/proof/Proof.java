package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the suite says of the mock server as it is, and with each of its deviations.
 *
 * @param plain the run against the mock server as it is
 * @param checks all checks
 * @param requirements all requirements, in the order of the registers
 * @param findings what the suite says of each deviation, in the same order
 * @param reached the number of pairs of a check and a deviation that can reach it
 * @param cost what it took
 */
record Proof(
    RunResult plain,
    List<Check> checks,
    List<Requirement> requirements,
    List<Finding> findings,
    long reached,
    Cost cost) {

  private static final int BENCHES = 2;

  /** What reaches every check of an API would take too long on all of them. */
  private static final int MOST_OTHERS = 6;

  /** Tries each deviation on checks that it can reach; blocks. */
  static Proof make() {
    Cost.Meter meter = Cost.measure();
    try (Benches benches = new Benches(BENCHES)) {
      Suite suite = benches.first().suite();
      List<Check> checks = suite.checks();
      List<Requirement> requirements = List.copyOf(suite.requirements().all());
      RunResult plain = benches.first().run(check -> true);
      Reach reach = Reach.of(checks, benches);
      List<Finding> findings =
          benches
              .overAll(
                  requirements,
                  (bench, broken) -> {
                    Set<String> tried = reach.of(broken, checks, MOST_OTHERS);
                    return bench.findingOf(broken, check -> tried.contains(check.name()));
                  })
              .stream()
              .flatMap(Optional::stream)
              .sorted(Comparator.comparing(finding -> requirements.indexOf(finding.broken())))
              .toList();
      return new Proof(plain, checks, requirements, findings, reach.pairs(), meter.stop());
    }
  }
}
