package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the suite says of a server that breaks one requirement.
 *
 * @param broken the requirement
 * @param summary what the server does instead
 * @param changed the verdicts that are no longer pass, by requirement; claims about all operations
 *     are none
 * @param redChecks the checks that failed
 * @param checks the number of checks that were made
 * @param requests the number of requests that were sent
 */
record Finding(
    Requirement broken,
    String summary,
    Map<String, Verdict> changed,
    Set<String> redChecks,
    int checks,
    int requests) {

  private static final Set<Verdict> RED = Set.of(Verdict.FAIL, Verdict.WARN);

  /** What follows may also be no longer to be judged, for want of what the requirement gives. */
  private static final Set<Verdict> FOLLOWING =
      EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.SKIP);

  /** Of a run that made some of the checks, of which the others would pass. */
  static Finding of(Requirement broken, String summary, RunResult run, List<Check> all) {
    Map<String, Verdict> changed = new TreeMap<>();
    Set<String> red = new TreeSet<>();
    Set<String> made = new TreeSet<>();
    for (RequirementResult result : run.requirements()) {
      String id = result.requirement().id();
      boolean othersPass = result.verdict() == Verdict.SKIP && !isWhole(result, all);
      if (result.verdict() != Verdict.PASS && !othersPass && !Claim.isClaim(id)) {
        changed.put(id, result.verdict());
      }
      for (CheckResult check : result.checks()) {
        made.add(check.check());
        if (check.outcome() == CheckOutcome.FAILED) {
          red.add(check.check());
        }
      }
    }
    return new Finding(broken, summary, changed, red, made.size(), run.requests());
  }

  private static boolean isWhole(RequirementResult result, List<Check> all) {
    long made = result.checks().stream().map(CheckResult::check).distinct().count();
    return made
        == all.stream().filter(each -> each.requirements().contains(result.requirement())).count();
  }

  String id() {
    return broken.id();
  }

  /** Whether the requirement itself is found to be broken. */
  boolean isFound() {
    return changed.containsKey(id()) && RED.contains(changed.get(id()));
  }

  /** What changed although neither the requirement nor those that follow say so. */
  List<String> spilled() {
    return changed.entrySet().stream()
        .filter(each -> !each.getKey().equals(id()))
        .filter(
            each ->
                !broken.follows().contains(each.getKey()) || !FOLLOWING.contains(each.getValue()))
        .map(each -> id() + " turns " + each.getKey() + " to " + each.getValue())
        .toList();
  }

  /** What is said to follow, and did not. */
  List<String> missed() {
    return broken.follows().stream()
        .filter(id -> !changed.containsKey(id))
        .map(id -> id() + " does not turn " + id)
        .toList();
  }
}
