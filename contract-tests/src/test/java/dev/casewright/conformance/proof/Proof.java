package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the suite says of the mock server as it is, and with each of its deviations.
 *
 * @param plain the run against the mock server as it is
 * @param checks all checks
 * @param requirements all requirements, in the order of the registers
 * @param findings what the suite says of each deviation, in the same order
 * @param cost what it took
 */
record Proof(
    RunResult plain,
    List<Check> checks,
    List<Requirement> requirements,
    List<Finding> findings,
    Cost cost) {

  private static final int BENCHES = 2;

  /** Tries each deviation on the checks that it can reach; blocks. */
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
                  (bench, broken) ->
                      bench.findingOf(broken, check -> reach.has(broken.id(), check)))
              .stream()
              .flatMap(Optional::stream)
              .sorted(Comparator.comparing(finding -> requirements.indexOf(finding.broken())))
              .toList();
      int requests = findings.stream().mapToInt(Finding::requests).sum();
      return new Proof(plain, checks, requirements, findings, meter.stop(reach.pairs(), requests));
    }
  }
}
