package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.mockserver.MockServer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks at a time share a space with canaries, and do not get in each other's way. */
@Tag("full")
class ThreadsTest {

  private static MockServer server;
  private static Suite suite;
  private static RunResult oneByOne;

  @BeforeAll
  static void start() {
    server = MockServer.builder().plainHttpPort(0).start();
    suite = new Suite(Clock.systemUTC());
    oneByOne = run(1);
  }

  @AfterAll
  static void stop() {
    suite.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void moreThreadsGiveTheVerdictsOfOne(int threads) {
    assertThat(verdictsOf(run(threads))).isEqualTo(verdictsOf(oneByOne));
  }

  private static Map<String, Verdict> verdictsOf(RunResult run) {
    assertThat(run.incomplete()).isEmpty();
    return run.verdicts();
  }

  private static RunResult run(int threads) {
    RunSettings settings =
        RunsOfTests.withThreads(
            RunsOfTests.withControl(server.plainHttpUrl().orElseThrow(), server), threads);
    suite.plantCanaries(settings);
    return suite.run(settings, exchange -> {});
  }
}
