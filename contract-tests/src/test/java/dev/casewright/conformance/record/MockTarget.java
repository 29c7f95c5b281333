package dev.casewright.conformance.record;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The mock server as a target, asked without TLS so that a run is quick. */
public final class MockTarget {

  private static final String OTHER_SPACE = "other";

  private MockTarget() {}

  /** A mock server with the port that this needs. */
  public static MockServer start() {
    return MockServer.builder().plainHttpPort(0).start();
  }

  /** Lets it begin anew. */
  public static void reset(MockServer mock) {
    mock.space().reset();
    mock.space(OTHER_SPACE).reset();
  }

  /** Settings of a run that may do everything. */
  public static RunSettings settings(MockServer mock, Means means, Predicate<Check> scope) {
    return settings(mock, means, scope, Effect.DELETE);
  }

  /** Settings of a run. */
  public static RunSettings settings(
      MockServer mock, Means means, Predicate<Check> scope, Effect effects) {
    URI url = mock.plainHttpUrl().orElseThrow();
    DemoCredentials demo = mock.credentials();
    boolean other = means == Means.OTHER_USER;
    return new RunSettings(
        Optional.of(
            new ApiAddress(
                url,
                mock.httpUrl(),
                user(demo.opalLogin(), demo),
                Optional.of(user("demo-login." + OTHER_SPACE, demo)).filter(each -> other))),
        Optional.of(
            new ApiAddress(
                url,
                mock.httpUrl(),
                user(demo.emedgeneUsername(), demo),
                Optional.of(user("demo@" + OTHER_SPACE + ".lab.example", demo))
                    .filter(each -> other))),
        Optional.of(new MockAccess(url, Optional.empty()))
            .filter(each -> means == Means.MOCK_CONTROL),
        mock.sslContext(),
        effects,
        Set.of(),
        scope,
        false,
        1_000_000,
        Optional.empty(),
        Duration.ofSeconds(60),
        1);
  }

  private static User user(String name, DemoCredentials demo) {
    return new User(name, demo.password());
  }
}
