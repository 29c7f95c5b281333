package dev.casewright.contracttests.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Channel;
import dev.casewright.contracttests.deviation.EmedgeneCaseDraws.Drawn;
import dev.casewright.contracttests.mock.MockChannels;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A driver that knows nothing of the requirements sees their deviations too: random calls are
 * answered otherwise, or what they leave behind is, than by a server that does everything right.
 *
 * <p>The system property {@code casewright.seed} repeats a run.
 */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class EmedgeneCaseRandomDriverTest {

  private static final String SPACE = "random";
  private static final int DRAWS = 400;

  private final long seed = Long.getLong("casewright.seed", new Random().nextLong());
  private Names names;
  private MockServer server;
  private Channel http;
  private List<Drawn> drawn;

  @BeforeAll
  void draw(TestReporter reporter) {
    reporter.publishEntry("casewright.seed", Long.toString(seed));
    names = new Names();
    server =
        MockServer.builder()
            .plainHttpPort(0)
            .tokenKey("key-of-the-random-driver")
            .clock(Clock.fixed(Instant.parse("2031-01-06T09:30:00Z"), ZoneOffset.UTC))
            .progress(ProgressPolicy.everyReads(1))
            .random(names)
            .start();
    http = MockChannels.of(server.plainHttpUrl().orElseThrow(), server.sslContext());
    MockSpace space = server.space(SPACE);
    EmedgeneCaseDraws draws =
        new EmedgeneCaseDraws(
            new Random(seed),
            http,
            space.credentials().emedgeneUsername(),
            space.credentials().password(),
            space.expiredEmedgeneToken());
    for (int i = 0; i < DRAWS; i++) {
      draws.draw();
    }
    drawn = draws.drawn();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void serverThatDoesEverythingRightAnswersAlikeAgain() {
    begin();

    assertThat(drawn).as("seed %d", seed).noneMatch(call -> call.isAnsweredOtherwiseBy(http));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void deviationShowsInAnAnswer(String broken) {
    begin();
    server.deviations().add(broken);

    assertThat(drawn).as("seed %d", seed).anyMatch(call -> call.isAnsweredOtherwiseBy(http));
    assertThat(server.contractBreaches()).as("wrong answers that do not fit the contract").isZero();
  }

  List<String> broken() {
    return server.deviations().available().stream()
        .filter(requirement -> requirement.matches("EMG-(AUTH|BODY|CASE|PART|USER)-\\d+"))
        .toList();
  }

  private void begin() {
    server.deviations().clear();
    server.space().reset();
    server.space(SPACE).reset();
    names.begin();
  }

  /** Gives the same numbers again from each beginning. */
  private final class Names implements RandomGenerator {

    private Random random = new Random(seed);

    void begin() {
      random = new Random(seed);
    }

    @Override
    public long nextLong() {
      return random.nextLong();
    }
  }
}
