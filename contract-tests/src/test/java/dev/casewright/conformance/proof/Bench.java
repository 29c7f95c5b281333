package dev.casewright.conformance.proof;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.ProofServer;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** The suite in front of a mock server of its own. For one thread at a time. */
final class Bench implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final ProofServer mock;
  private final SSLContext tls;
  private final Suite suite = new Suite(Clock.systemUTC());

  Bench(ProofServer mock) {
    this.mock = mock;
    this.tls = mock.server().sslContext();
  }

  Suite suite() {
    return suite;
  }

  /** A run against a server that keeps everything. */
  RunResult run(Predicate<Check> scope) {
    mock.restart();
    return suite.run(settings(scope), exchange -> {});
  }

  /** A run against a server that breaks one requirement. */
  RunResult runWhile(String broken, Predicate<Check> scope) {
    mock.restart();
    mock.server().deviations().add(broken);
    return suite.run(settings(scope), exchange -> {});
  }

  /** What the suite says of a requirement's deviation; nothing if it has none. */
  Optional<Finding> findingOf(Requirement broken, Predicate<Check> scope) {
    return mock.deviations().stream()
        .filter(deviation -> deviation.requirement().equals(broken.id()))
        .findFirst()
        .map(
            deviation ->
                Finding.of(
                    broken, deviation.summary(), runWhile(broken.id(), scope), suite.checks()));
  }

  /**
   * The requirements whose deviations would change something for a check that is made alone.
   *
   * @throws IllegalStateException if the check does not pass, and so did not see all that it sees
   */
  Set<String> foreseenFor(Check check) {
    mock.restart();
    mock.foresee();
    RunResult run = suite.run(settings(each -> each.equals(check)), exchange -> {});
    if (run.requirements().stream().anyMatch(each -> each.verdict() != Verdict.PASS)) {
      throw new IllegalStateException(
          check.name() + " does not pass alone against the mock server as it is.");
    }
    return mock.foreseen();
  }

  private RunSettings settings(Predicate<Check> scope) {
    MockServer server = mock.server();
    DemoCredentials demo = server.credentials();
    URI url = server.plainHttpUrl().orElseThrow();
    return new RunSettings(
        Optional.of(address(url, demo.opalLogin())),
        Optional.of(address(url, demo.emedgeneUsername())),
        Optional.of(new MockAccess(url, Optional.empty())),
        tls,
        Effect.DELETE,
        Set.of(),
        scope,
        false,
        Integer.MAX_VALUE - 1,
        Optional.empty(),
        LONGEST,
        1);
  }

  private ApiAddress address(URI url, String user) {
    return new ApiAddress(
        url,
        mock.server().httpUrl(),
        new User(user, mock.server().credentials().password()),
        Optional.empty());
  }

  @Override
  public void close() {
    suite.close();
    mock.close();
  }
}
