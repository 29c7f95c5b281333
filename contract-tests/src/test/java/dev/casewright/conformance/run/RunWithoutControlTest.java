package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mock server that is treated like a laboratory's own tenant. */
@Tag("full")
class RunWithoutControlTest {

  private static final String CASES = "/api/cases/v2/cases";
  private static final Pattern CASE = Pattern.compile("/(EMG\\d{9})(/|$)");

  private static final List<Exchange> CHANGING = new CopyOnWriteArrayList<>();
  private static final List<Exchange> READING = new CopyOnWriteArrayList<>();

  private static RunResult first;
  private static RunResult second;
  private static RunResult reading;

  @BeforeAll
  static void run() {
    try (MockServer server = MockServer.builder().plainHttpPort(0).start();
        Suite suite = new Suite(Clock.systemUTC())) {
      first = suite.run(RunsOfTests.withoutControl(server, Effect.CHANGE), CHANGING::add);
      second = suite.run(RunsOfTests.withoutControl(server, Effect.CHANGE), CHANGING::add);
      reading = suite.run(RunsOfTests.withoutControl(server, Effect.READ), READING::add);
    }
  }

  @Test
  void nothingFails() {
    assertThat(List.of(first, second, reading))
        .allSatisfy(
            run -> {
              assertThat(RunsOfTests.checksThat(run, CheckOutcome.FAILED)).isEmpty();
              assertThat(RunsOfTests.checksThat(run, CheckOutcome.ERROR)).isEmpty();
              assertThat(RunsOfTests.checksThat(run, CheckOutcome.NOT_RUN)).isEmpty();
            });
  }

  @Test
  void whatIsSkippedHasAReason() {
    assertThat(List.of(first, second, reading))
        .flatMap(RunResult::requirements)
        .filteredOn(requirement -> requirement.verdict() == Verdict.SKIP)
        .isNotEmpty()
        .extracting(RequirementResult::reason)
        .allSatisfy(reason -> assertThat(reason).isNotBlank().endsWith("."));
  }

  @Test
  void secondRunSkipsWhatTheFirstSkipped() {
    assertThat(second.verdicts()).isEqualTo(first.verdicts());
  }

  /** What a waiting case of one's own shows, or a case in the trash that the list tells of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMG-STAT-06",
        "EMG-STAT-07",
        "EMG-STAT-08",
        "EMG-STAT-09",
        "EMG-STAT-12",
        "EMG-STAT-13",
        "EMG-STAT-15",
        "EMG-CASE-08",
        "EMG-CASE-09"
      })
  void whatNeedsNoClockIsJudged(String requirement) {
    assertThat(first.verdicts()).containsEntry(requirement, Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMG-STAT-12", "EMG-STAT-13"})
  void casesInTheTrashAreJudgedByReadingOnlyToo(String requirement) {
    assertThat(reading.verdicts()).containsEntry(requirement, Verdict.PASS);
  }

  @Test
  void eachChangeGoesToACaseThatTheRunMade() {
    Set<String> made = new HashSet<>();
    int changes = 0;
    for (Exchange exchange : CHANGING) {
      Optional<String> changed = caseThatItCouldChange(exchange.message());
      changed.ifPresent(name -> assertThat(made).contains(name));
      changes += changed.isPresent() ? 1 : 0;
      exchange
          .answer()
          .filter(answer -> exchange.message().target().startsWith(CASES))
          .filter(Answer::isSuccess)
          .map(answer -> answer.jsonOrMissing().path("name").asText())
          .ifPresent(made::add);
    }

    assertThat(changes).isGreaterThan(10);
  }

  @Test
  void runThatReadsSendsNothingThatCouldChangeAnything() {
    assertThat(READING)
        .filteredOn(exchange -> !exchange.message().method().equals("GET"))
        .isNotEmpty()
        .allMatch(RunWithoutControlTest::isHarmless);
  }

  /** What is redirected, and what is for no case, changes nothing. */
  private static boolean isHarmless(Exchange exchange) {
    Message message = exchange.message();
    return exchange.redirect()
        || message.path().startsWith("/api/auth/")
        || message.target().endsWith("dry_run=true")
        || !message.path().startsWith(CASES) && caseThatItCouldChange(message).isEmpty();
  }

  private static Optional<String> caseThatItCouldChange(Message message) {
    Matcher name = CASE.matcher(message.path());
    return !message.method().equals("GET") && name.find()
        ? Optional.of(name.group(1))
        : Optional.empty();
  }
}
