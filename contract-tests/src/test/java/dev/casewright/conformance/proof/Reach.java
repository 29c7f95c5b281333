package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import dev.casewright.openapi.Requirement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which checks a deviation can reach. A check that is made alone sees the same answers, and so
 * comes to the same end, with a deviation on that would change none of its exchanges.
 */
record Reach(Map<String, Set<String>> deviationsByCheck) {

  Reach {
    deviationsByCheck = Map.copyOf(deviationsByCheck);
  }

  /** Makes each check alone, against servers that keep everything. */
  static Reach of(Collection<Check> checks, Benches benches) {
    return new Reach(
        benches
            .overAll(checks, (bench, check) -> Map.entry(check.name(), bench.foreseenFor(check)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * The names of the checks that a deviation is tried on: all that it can reach of its requirement
   * and of those that follow, and of the others so many, taken evenly.
   *
   * @param broken the requirement that the deviation breaks
   * @param all all checks
   * @param most the most others
   */
  Set<String> of(Requirement broken, Collection<Check> all, int most) {
    Map<Boolean, List<Check>> reached =
        all.stream()
            .filter(check -> deviationsByCheck.get(check.name()).contains(broken.id()))
            .collect(Collectors.partitioningBy(check -> isAbout(check, broken)));
    Set<String> chosen = new HashSet<>();
    reached.get(true).forEach(check -> chosen.add(check.name()));
    List<Check> others = reached.get(false);
    int step = Math.max(1, (others.size() + most - 1) / most);
    // Not the same checks for all deviations.
    for (int i = Math.floorMod(broken.id().hashCode(), step); i < others.size(); i += step) {
      chosen.add(others.get(i).name());
    }
    return chosen;
  }

  private static boolean isAbout(Check check, Requirement broken) {
    return check.requirements().stream()
        .anyMatch(each -> each.equals(broken) || broken.follows().contains(each.id()));
  }

  /** The number of pairs of a check and a deviation that can reach it. */
  long pairs() {
    return deviationsByCheck.values().stream().mapToLong(Set::size).sum();
  }
}
