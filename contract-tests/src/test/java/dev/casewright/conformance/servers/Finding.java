package dev.casewright.conformance.servers;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.proof.Bench;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the suite says of a server.
 *
 * @param server its name
 * @param does what it does, in a sentence
 * @param notUsable why no check was made; nothing if checks were made
 * @param verdicts the verdicts by requirement and claim
 * @param failures what failed in the suite itself or in the server, check by check
 */
record Finding(
    String server,
    String does,
    Optional<String> notUsable,
    Map<String, Verdict> verdicts,
    List<String> failures) {

  /** None of these is green. */
  static final Set<Verdict> BAD = EnumSet.of(Verdict.FAIL, Verdict.ERROR, Verdict.NOT_RUN);

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
      return of(
          server, does, bench.run(twisted.apiUrl(), twisted.redirectUrl(), longest, scope));
    } catch (TargetNotUsableException reason) {
      return new Finding(
          server, does, Optional.of(reason.getMessage()), Map.of(), List.of());
    }
  }

  static Finding of(String server, String does, RunResult run) {
    Map<String, Verdict> verdicts = new TreeMap<>(run.verdicts());
    verdicts.putAll(run.claims());
    List<String> failures =
        run.requirements().stream()
            .filter(each -> BAD.contains(each.verdict()))
            .filter(each -> each.requirement().reasonUntestable().isEmpty())
            .flatMap(each -> each.checks().stream().flatMap(check -> told(server, each, check)))
            .toList();
    return new Finding(server, does, Optional.empty(), verdicts, failures);
  }

  private static Stream<String> told(String server, RequirementResult requirement, CheckResult check) {
    return check.reason().isEmpty()
        ? Stream.empty()
        : Stream.of(
            server
                + ": "
                + requirement.requirement().id()
                + " "
                + requirement.verdict()
                + ": "
                + check.check()
                + " "
                + check.where()
                + " "
                + check.reason());
  }

  /** Whether the suite refuses to call it right: a requirement fails, or there is none to check. */
  boolean isRed() {
    return notUsable.isPresent() || verdicts.containsValue(Verdict.FAIL);
  }

  boolean hasAnErrorOfTheSuite() {
    return verdicts.containsValue(Verdict.ERROR);
  }

  long count(Verdict verdict) {
    return verdicts.values().stream().filter(verdict::equals).count();
  }

  /** The requirements with a verdict, in the order of their ids. */
  List<String> those(Verdict verdict) {
    return verdicts.entrySet().stream()
        .filter(each -> each.getValue() == verdict)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }
}
