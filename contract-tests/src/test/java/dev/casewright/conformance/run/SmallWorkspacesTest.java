package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.mockserver.MockServer;
import dev.casewright.openapi.Effect;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that have little or nothing to check with: what cannot be checked is skipped. */
@Tag("full")
class SmallWorkspacesTest {

  @ParameterizedTest
  @ValueSource(strings = {"empty", "large:7:1:1", "large:7:4:3"})
  void nothingFailsForWantOfASubject(String seedPack) {
    try (MockServer server = MockServer.builder().seedPack(seedPack).plainHttpPort(0).start();
        Suite suite = new Suite(Clock.systemUTC())) {
      RunResult result =
          suite.run(RunsOfTests.withoutControl(server, Effect.CHANGE), exchange -> {});

      assertThat(RunsOfTests.checksThat(result, CheckOutcome.FAILED)).isEmpty();
      assertThat(RunsOfTests.checksThat(result, CheckOutcome.ERROR)).isEmpty();
      assertThat(result.verdicts()).containsValues(Verdict.PASS, Verdict.SKIP);
    }
  }
}
