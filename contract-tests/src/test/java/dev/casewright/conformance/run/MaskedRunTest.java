package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.report.ConsoleTable;
import dev.casewright.conformance.report.Reports;
import dev.casewright.conformance.report.RunFacts;
import dev.casewright.conformance.report.RunReport;
import dev.casewright.conformance.report.Terminal;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run against the mock server: canaries stand in its answers, and in no report. */
class MaskedRunTest {

  private static final Set<String> BROKEN =
      Set.of("OPAL-REP-06", "OPAL-PAGE-02", "EMG-LIST-01", "EMG-SAMP-01");

  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder;

  @Test
  void failuresAreExplainedAndNoCanaryGetsOut() throws Exception {
    RunReport report = run();

    List<RequirementResult> broken =
        report.result().requirements().stream()
            .filter(each -> each.verdict() != Verdict.PASS)
            .toList();
    assertThat(broken).extracting(each -> each.requirement().id()).containsAll(BROKEN);
    assertThat(broken).allSatisfy(each -> assertThat(each.reason()).contains("Expect"));
    assertThat(broken.stream().flatMap(each -> each.checks().stream()))
        .filteredOn(check -> !check.reason().isEmpty())
        .extracting(CheckResult::exchanges)
        .allSatisfy(shown -> assertThat(shown).isNotEmpty());
    assertThat(exchanges.stream().map(MaskedRunTest::raw))
        .anyMatch(text -> report.canaries().kindIn(text).equals(Optional.of("name")))
        .anyMatch(text -> report.canaries().kindIn(text).equals(Optional.of("secret")));
    for (Path file : Reports.write(report, folder)) {
      assertThat(report.canaries().kindIn(Files.readString(file))).as("%s", file).isEmpty();
    }
    assertThat(new ConsoleTable(new Terminal(80, false)).write(report)).contains("OPAL-PAGE-02");
  }

  private RunReport run() {
    try (MockServer mock = MockServer.builder().plainHttpPort(0).start();
        Suite suite = new Suite(Clock.systemUTC())) {
      BROKEN.forEach(mock.deviations()::add);
      RunSettings settings = settings(mock);
      Canaries canaries = suite.plantCanaries(settings);
      RunResult result = suite.run(settings, exchanges::add);
      return new RunReport(RunFacts.of(settings), result, List.of(), canaries);
    }
  }

  private static RunSettings settings(MockServer mock) {
    DemoCredentials key = mock.credentials();
    URI url = mock.plainHttpUrl().orElseThrow();
    return new RunSettings(
        Optional.of(address(mock, url, new User(key.opalLogin(), key.password()))),
        Optional.of(address(mock, url, new User(key.emedgeneUsername(), key.password()))),
        Optional.of(new MockAccess(url, Optional.empty())),
        mock.sslContext(),
        Effect.DELETE,
        Set.of(),
        check -> check.requirements().stream().anyMatch(each -> BROKEN.contains(each.id())),
        false,
        10_000,
        Optional.empty(),
        Duration.ofSeconds(60),
        2);
  }

  private static ApiAddress address(MockServer mock, URI url, User user) {
    return new ApiAddress(url, mock.httpUrl(), user, Optional.empty());
  }

  private static String raw(Exchange exchange) {
    return exchange.message().headers()
        + exchange.message().body().orElse("")
        + exchange.answer().map(answer -> answer.text()).orElse("");
  }
}
