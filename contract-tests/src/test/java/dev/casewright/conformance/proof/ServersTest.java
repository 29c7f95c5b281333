package dev.casewright.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No server that is wrong passes, and none that is right fails. */
class ServersTest {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
  private static final int MORE_THAN_A_RUN_SENDS = 100_000;

  @AutoClose static final MockServer MOCK = MockServer.builder().plainHttpPort(0).start();
  @AutoClose static final Suite SUITE = new Suite(Clock.systemUTC());

  @Test
  @Tag("full")
  void noWrongServerPassesAndEachIsToldApart() {
    Map<Map<String, Verdict>, WrongServer> found = new LinkedHashMap<>();
    List<String> same = new ArrayList<>();
    for (WrongServer wrong : WrongServer.values()) {
      RunResult result = run(wrong.twist());
      assertThat(result.verdicts()).as("%s", wrong).containsValue(Verdict.FAIL);
      assertThat(result.verdicts()).as("%s", wrong).doesNotContainValue(Verdict.ERROR);
      WrongServer other = found.put(result.verdicts(), wrong);
      if (other != null) {
        same.add(wrong + " is like " + other);
      }
    }
    assertThat(same).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("full")
  void noRightServerFails(RightServer right) {
    RunResult result = run(right.twist());

    assertThat(result.requirements())
        .filteredOn(each -> each.verdict() == Verdict.FAIL || each.verdict() == Verdict.ERROR)
        .extracting(RequirementResult::requirement)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("turned")
  @Tag("full")
  void noTurnedSwitchFails(String name, String value) {
    MOCK.switches().set(name, value);
    RunResult result;
    try {
      result = run((request, behind) -> Optional.of(behind.send(request)));
    } finally {
      MOCK.switches().reset(name);
    }

    assertThat(result.requirements())
        .filteredOn(each -> each.verdict() == Verdict.FAIL || each.verdict() == Verdict.ERROR)
        .extracting(RequirementResult::requirement)
        .isEmpty();
  }

  static Stream<String[]> turned() {
    return MOCK.switches().available().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(value -> !value.equals(MOCK.switches().value(entry.getKey())))
                    .map(value -> new String[] {entry.getKey(), value}));
  }

  private static RunResult run(TwistedServer.Twist twist) {
    URI plain = MOCK.plainHttpUrl().orElseThrow();
    try (TwistedServer server = TwistedServer.before(plain, MOCK.httpUrl(), twist)) {
      return SUITE.run(settings(server, plain), exchange -> {});
    }
  }

  private static RunSettings settings(TwistedServer server, URI control) {
    var credentials = MOCK.credentials();
    return RunSettings.builder()
        .opal(
            new ApiAddress(
                server.apiUrl(),
                server.redirectUrl(),
                new User(credentials.opalLogin(), credentials.password()),
                Optional.empty()))
        .emedgene(
            new ApiAddress(
                server.apiUrl(),
                server.redirectUrl(),
                new User(credentials.emedgeneUsername(), credentials.password()),
                Optional.empty()))
        .mock(new MockAccess(control, Optional.empty()))
        .tls(MOCK.sslContext())
        .effects(Effect.DELETE)
        .maxRequests(MORE_THAN_A_RUN_SENDS)
        .longestAnswer(LONGEST_ANSWER)
        .build();
  }
}
