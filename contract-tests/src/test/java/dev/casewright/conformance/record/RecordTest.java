package dev.casewright.conformance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.plan.Plan;
import dev.casewright.conformance.plan.PlannedRequest;
import dev.casewright.conformance.plan.RequestPattern;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes the record that the runnable jar carries, and shows that plans made of it are true. */
class RecordTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("casewright.record", "target/record"));

  private static MockServer mock;
  private static Suite suite;
  private static Map<String, List<CheckResult>> results;
  private static BuildRecord record;

  @BeforeAll
  static void write() {
    mock = MockTarget.start();
    suite = new Suite(Clock.systemUTC());
    List<Check> checks = suite.checks();
    try (MockServer otherMock = MockTarget.start();
        Suite otherSuite = new Suite(Clock.systemUTC())) {
      Recording one = new Recording(suite, mock);
      Recording other = new Recording(otherSuite, otherMock);
      // Half each, at the same time.
      CompletableFuture<Void> half =
          CompletableFuture.runAsync(() -> other.record(checks.subList(0, checks.size() / 2)));
      one.record(checks.subList(checks.size() / 2, checks.size()));
      half.join();
      results = new TreeMap<>(one.results());
      results.putAll(other.results());
      record = Recording.together(List.of(one, other));
    }
    record.write(FOLDER);
  }

  @AfterAll
  static void stop() {
    suite.close();
    mock.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_USER, READ, OPAL-PDF",
    "OTHER_USER, READ, OPAL-STAT",
    "ONE_USER, READ, EMG-AUTH",
    "MOCK_CONTROL, DELETE, EMG-AUTH",
  })
  void planIsWhatARunSends(Means means, Effect effects, String ids) {
    RunSettings settings = settings(means, effects, ids);

    List<PlannedRequest> planned = Plan.of(suite, settings, record).distinctRequests();
    Set<PlannedRequest> sent = sentBy(settings);

    assertThat(planned).isNotEmpty().containsAll(sent);
    assertThat(planned)
        .filteredOn(request -> !sent.contains(request))
        .as("what a run need not send again, since it has found it already")
        .allMatch(RecordTest::findsSubjects);
  }

  private static boolean findsSubjects(PlannedRequest request) {
    return request.method().equals("GET")
        || request.target().contains("login")
        || request.target().startsWith("/api/cases/v2/cases");
  }

  /** What one check has changed can leave another without its subject. */
  @ParameterizedTest
  @CsvSource({"ONE_USER, DELETE, EMG-", "MOCK_CONTROL, DELETE, ''", "OTHER_USER, READ, ''"})
  @Tag("full")
  void planLacksNothingOfWhatAWholeRunSends(Means means, Effect effects, String ids) {
    RunSettings settings = settings(means, effects, ids);

    assertThat(Plan.of(suite, settings, record).distinctRequests()).containsAll(sentBy(settings));
  }

  /** Alone, with all that it needs, and in each of its variants. */
  @Test
  void everyCheckPassesAgainstTheMockServer() {
    assertThat(results)
        .hasSize(suite.checks().size())
        .allSatisfy(
            (check, made) ->
                assertThat(made)
                    .as(check)
                    .isNotEmpty()
                    .allMatch(each -> each.outcome() == CheckOutcome.PASSED));
  }

  @Test
  void everyCheckSendsSomething() {
    assertThat(suite.checks())
        .allSatisfy(
            check ->
                assertThat(record.requests().get(check.name()).values())
                    .as(check.name())
                    .anySatisfy(requests -> assertThat(requests).isNotEmpty()));
  }

  private static RunSettings settings(Means means, Effect effects, String ids) {
    return MockTarget.settings(
        mock, means, check -> check.requirements().get(0).id().startsWith(ids), effects);
  }

  private static Set<PlannedRequest> sentBy(RunSettings settings) {
    MockTarget.reset(mock);
    RequestPattern pattern = new RequestPattern();
    Set<PlannedRequest> sent = ConcurrentHashMap.newKeySet();
    suite.run(settings, exchange -> sent.add(pattern.of(exchange)));
    return sent;
  }

  @Test
  void everyRequirementThatCanBeTestedHasTheDeviationOfTheMockServer() {
    assertThat(suite.requirements().all())
        .filteredOn(requirement -> requirement.reasonUntestable().isEmpty())
        .allSatisfy(
            requirement ->
                assertThat(record.deviations().get(requirement.id()))
                    .as(requirement.id())
                    .isNotBlank());
  }
}
