package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which checks a deviation can reach. A check that is made alone sees the same answers, and so comes
 * to the same end, with a deviation on that would change none of its exchanges.
 */
record Reach(Map<String, Set<String>> deviationsByCheck) {

  Reach {
    deviationsByCheck = Map.copyOf(deviationsByCheck);
  }

  /** Makes each check alone, against servers that keep everything. */
  static Reach of(Collection<Check> checks, Benches benches) {
    return new Reach(
        benches
            .overAll(
                checks,
                (bench, check) -> Map.entry(check.name(), bench.foreseenFor(check)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  boolean has(String broken, Check check) {
    return deviationsByCheck.get(check.name()).contains(broken);
  }

  long pairs() {
    return deviationsByCheck.values().stream().mapToLong(Set::size).sum();
  }
}
