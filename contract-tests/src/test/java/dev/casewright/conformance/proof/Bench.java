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
public final class Bench implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final ProofServer mock;
  private final SSLContext tls;
  private final Suite suite = new Suite(Clock.systemUTC());

  /** In front of this server, which it closes. */
  public Bench(ProofServer mock) {
    this.mock = mock;
    this.tls = mock.server().sslContext();
  }

  /** The suite. */
  public Suite suite() {
    return suite;
  }

  /** The mock server, which keeps everything and has forgotten all runs. */
  public MockServer restartedMock() {
    mock.restart();
    return mock.server();
  }

  /** A run against a server that keeps everything. */
  public RunResult run(Predicate<Check> scope) {
    mock.restart();
    return suite.run(settings(scope), exchange -> {});
  }

  /**
   * A run against other listeners, with the admin API of the mock server.
   *
   * @param api the listener that serves the APIs
   * @param redirect the one that only redirects
   * @param longest the longest time for an answer
   * @param scope the checks to make
   */
  public RunResult run(URI api, URI redirect, Duration longest, Predicate<Check> scope) {
    return suite.run(settings(api, redirect, longest, scope), exchange -> {});
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
    return settings(server.plainHttpUrl().orElseThrow(), server.httpUrl(), LONGEST, scope);
  }

  private RunSettings settings(URI api, URI redirect, Duration longest, Predicate<Check> scope) {
    MockServer server = mock.server();
    DemoCredentials demo = server.credentials();
    return new RunSettings(
        Optional.of(address(api, redirect, demo.opalLogin())),
        Optional.of(address(api, redirect, demo.emedgeneUsername())),
        Optional.of(new MockAccess(server.plainHttpUrl().orElseThrow(), Optional.empty())),
        tls,
        Effect.DELETE,
        Set.of(),
        scope,
        false,
        Integer.MAX_VALUE - 1,
        Optional.empty(),
        longest,
        1);
  }

  private ApiAddress address(URI api, URI redirect, String user) {
    return new ApiAddress(
        api, redirect, new User(user, mock.server().credentials().password()), Optional.empty());
  }

  @Override
  public void close() {
    suite.close();
    mock.close();
  }
}
