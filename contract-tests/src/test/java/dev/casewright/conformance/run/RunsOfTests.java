package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settings of runs against servers of tests, and what came of their checks. */
final class RunsOfTests {

  private static final int NO_LIMIT = 1_000_000;

  private RunsOfTests() {}

  /** A mock server that is treated like any other: two users, and no admin API. */
  static RunSettings withoutControl(MockServer server, Effect effects) {
    URI url = server.plainHttpUrl().orElseThrow();
    return settings(
        server,
        address(url, server, server.credentials().opalLogin(), Optional.of("demo-login.second")),
        address(
            url,
            server,
            server.credentials().emedgeneUsername(),
            Optional.of("demo@second.lab.example")),
        Optional.empty(),
        effects);
  }

  /**
   * Both APIs at an address that is not the mock server's, whose admin API is there all the same.
   */
  static RunSettings withControl(URI url, MockServer server) {
    return settings(
        server,
        address(url, server, server.credentials().opalLogin(), Optional.empty()),
        address(url, server, server.credentials().emedgeneUsername(), Optional.empty()),
        Optional.of(new MockAccess(server.plainHttpUrl().orElseThrow(), Optional.empty())),
        Effect.DELETE);
  }

  /** The same for some checks only. */
  static RunSettings ofScope(RunSettings settings, Predicate<Check> scope) {
    return with(settings, scope, settings.threads());
  }

  /** The same with another number of checks at a time. */
  static RunSettings withThreads(RunSettings settings, int threads) {
    return with(settings, settings.scope(), threads);
  }

  private static RunSettings with(RunSettings settings, Predicate<Check> scope, int threads) {
    return new RunSettings(
        settings.opal(),
        settings.emedgene(),
        settings.mock(),
        settings.tls(),
        settings.effects(),
        settings.probes(),
        scope,
        settings.strict(),
        settings.maxRequests(),
        settings.perSecond(),
        settings.longestAnswer(),
        threads);
  }

  /** The checks that came to an outcome, and where. */
  static List<String> checksThat(RunResult result, CheckOutcome outcome) {
    return result.requirements().stream()
        .flatMap(requirement -> requirement.checks().stream())
        .filter(check -> check.outcome() == outcome)
        .map(check -> check.check() + " " + check.where() + " " + check.reason())
        .distinct()
        .toList();
  }

  private static ApiAddress address(
      URI url, MockServer server, String name, Optional<String> other) {
    String password = server.credentials().password();
    return new ApiAddress(
        url,
        url.equals(server.plainHttpUrl().orElseThrow()) ? server.httpUrl() : url,
        new User(name, password),
        other.map(user -> new User(user, password)));
  }

  private static RunSettings settings(
      MockServer server,
      ApiAddress opal,
      ApiAddress emedgene,
      Optional<MockAccess> mock,
      Effect effects) {
    return new RunSettings(
        Optional.of(opal),
        Optional.of(emedgene),
        mock,
        server.sslContext(),
        effects,
        Set.of(),
        check -> true,
        false,
        NO_LIMIT,
        Optional.empty(),
        Duration.ofSeconds(30),
        2);
  }
}
