package dev.casewright.conformance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.plan.Plan;
import dev.casewright.conformance.plan.PlannedRequest;
import dev.casewright.conformance.plan.RequestPattern;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
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
  private static BuildRecord record;

  @BeforeAll
  static void write() {
    mock = MockTarget.start();
    suite = new Suite(Clock.systemUTC());
    record = new Recording(suite, mock).record();
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

    assertThat(Plan.of(suite, settings, record).distinctRequests())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(sentBy(settings));
  }

  /** What one check has changed can leave another without its subject. */
  @ParameterizedTest
  @CsvSource({"ONE_USER, DELETE, EMG-", "MOCK_CONTROL, DELETE, ''", "OTHER_USER, READ, ''"})
  @Tag("full")
  void planLacksNothingOfWhatAWholeRunSends(Means means, Effect effects, String ids) {
    RunSettings settings = settings(means, effects, ids);

    assertThat(Plan.of(suite, settings, record).distinctRequests()).containsAll(sentBy(settings));
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
