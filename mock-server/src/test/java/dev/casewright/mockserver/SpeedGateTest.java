package dev.casewright.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten times what the benchmarks aim at, so that only a mistake is caught and never a busy machine.
 * The quickest of some runs counts, for the same reason.
 */
class SpeedGateTest {

  private static final int RUNS = 20;

  @Test
  void aServerStartsWithinASecondInAWarmJvm() {
    Duration limit = Duration.ofSeconds(1);

    assertThat(quickest(limit, () -> MockServer.start().close())).isLessThan(limit);
  }

  @Test
  void aSpaceIsResetWithinFiftyMilliseconds() {
    Duration limit = Duration.ofMillis(50);
    try (MockServer mock = MockServer.start()) {
      MockSpace space = mock.space("speed");
      space.setReportStatus(space.reportIds().get(0), "FAILED");

      assertThat(quickest(limit, space::reset)).isLessThan(limit);
    }
  }

  /** By every filter that finds parts; each first search writes down what the others look at. */
  @ParameterizedTest
  @CsvSource({"accession_id,99999999", "external_id,zzzzzzz", "genome_name,0-Q"})
  @Tag("full")
  void aPageOfAMillionReportsIsSearchedWithinHalfASecond(String filter, String part) {
    Duration limit = Duration.ofMillis(500);
    RunningMock mock = new RunningMock(settings -> settings.seedPack("large:1:1000000:10"));
    mock.beforeAll(null);
    try {
      Duration quickest = quickest(limit, () -> assertNothingFound(mock, filter, part));

      assertThat(quickest).isLessThan(limit);
    } finally {
      mock.afterAll(null);
    }
  }

  private static void assertNothingFound(RunningMock mock, String filter, String part) {
    String key = RunningMock.basic(mock.server().credentials());
    Answer page =
        mock.send(
            "GET",
            "/reports?" + filter + "=" + part + "&limit=100",
            "",
            Map.of("Authorization", key));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("objects")).isEmpty();
  }

  /** Runs it until it was within the limit once, but not for ever. */
  private static Duration quickest(Duration limit, Runnable work) {
    Duration quickest = ChronoUnit.FOREVER.getDuration();
    for (int run = 0; run < RUNS && quickest.compareTo(limit) >= 0; run++) {
      long began = System.nanoTime();
      work.run();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      quickest = took.compareTo(quickest) < 0 ? took : quickest;
    }
    return quickest;
  }
}
