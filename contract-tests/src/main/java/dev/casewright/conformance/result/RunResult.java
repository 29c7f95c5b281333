package dev.casewright.conformance.result;

import dev.casewright.conformance.check.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What came of a run.
 *
 * @param start when it began
 * @param end when it ended
 * @param requests the number of requests that were sent
 * @param requirements what came of each requirement in scope, in the order of the registers, and
 *     after them of each claim
 * @param incomplete why it is incomplete; nothing if it is complete
 * @param leftBehind what it made and did not take away again
 */
public record RunResult(
    Instant start,
    Instant end,
    int requests,
    List<RequirementResult> requirements,
    Optional<String> incomplete,
    List<LeftBehind> leftBehind) {

  /** Keeps copies of the lists. */
  public RunResult {
    requirements = List.copyOf(requirements);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * What came of a run that left nothing behind.
   *
   * @param start when it began
   * @param end when it ended
   * @param requests the number of requests that were sent
   * @param requirements what came of each requirement in scope, in the order of the registers
   * @param incomplete why it is incomplete; nothing if it is complete
   */
  public RunResult(
      Instant start,
      Instant end,
      int requests,
      List<RequirementResult> requirements,
      Optional<String> incomplete) {
    this(start, end, requests, requirements, incomplete, List.of());
  }

  /**
   * The verdicts by requirement.
   *
   * @return verdicts by the ids of the requirements, in the order of the ids
   */
  public Map<String, Verdict> verdicts() {
    return verdicts(id -> !Claim.isClaim(id));
  }

  /**
   * The verdicts by claim: what the contract says of every operation.
   *
   * @return verdicts by ids such as {@code OPAL-ANY-SCHEMA/getReports}, in the order of the ids
   */
  public Map<String, Verdict> claims() {
    return verdicts(Claim::isClaim);
  }

  private Map<String, Verdict> verdicts(Predicate<String> wanted) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    requirements.stream()
        .filter(each -> wanted.test(each.requirement().id()))
        .forEach(each -> verdicts.put(each.requirement().id(), each.verdict()));
    return verdicts;
  }
}
