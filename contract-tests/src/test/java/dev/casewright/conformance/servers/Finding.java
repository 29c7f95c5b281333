package dev.casewright.conformance.servers;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.TargetNotUsableException;
import dev.casewright.mockserver.MockServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the suite says of a server.
 *
 * @param server its name
 * @param does what it does, in a sentence
 * @param notUsable why no check was made; nothing if checks were made
 * @param verdicts the verdicts by requirement and claim
 * @param failures what is not green
 */
record Finding(
    String server,
    String does,
    Optional<String> notUsable,
    Map<String, Verdict> verdicts,
    List<Failure> failures) {

  /** None of these is green. */
  private static final Set<Verdict> BAD = EnumSet.of(Verdict.FAIL, Verdict.ERROR, Verdict.NOT_RUN);

  /** Of a server that twists what a mock server answers. */
  static Finding of(
      String server,
      String does,
      Twist twist,
      Duration longest,
      Bench bench,
      Predicate<Check> scope) {
    MockServer mock = bench.restartedMock();
    try (TwistedServer twisted =
        TwistedServer.before(mock.plainHttpUrl().orElseThrow(), mock.httpUrl(), twist)) {
      return of(server, does, bench.run(twisted.apiUrl(), twisted.redirectUrl(), longest, scope));
    } catch (TargetNotUsableException reason) {
      return new Finding(server, does, Optional.of(reason.getMessage()), Map.of(), List.of());
    }
  }

  static Finding of(String server, String does, RunResult run) {
    Map<String, Verdict> verdicts = new TreeMap<>(run.verdicts());
    verdicts.putAll(run.claims());
    List<Failure> failures =
        run.requirements().stream()
            .filter(each -> BAD.contains(each.verdict()))
            .filter(each -> each.requirement().reasonUntestable().isEmpty())
            .map(each -> new Failure(each.requirement().id(), each.verdict(), each.reason()))
            .toList();
    return new Finding(server, does, Optional.empty(), verdicts, failures);
  }

  /** Whether the suite refuses to call it right: a requirement fails, or there is none to check. */
  boolean isRed() {
    return notUsable.isPresent() || verdicts.containsValue(Verdict.FAIL);
  }

  /** The requirements and claims that are not green, in the order of their ids. */
  List<String> red() {
    return failures.stream().map(Failure::id).distinct().sorted().toList();
  }

  long count(Verdict verdict) {
    return verdicts.values().stream().filter(verdict::equals).count();
  }

  /** The requirements and claims with a verdict, in the order of their ids. */
  List<String> those(Verdict verdict) {
    return verdicts.entrySet().stream()
        .filter(each -> each.getValue() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is not green, and why. */
  record Failure(String id, Verdict verdict, String reason) {}
}
