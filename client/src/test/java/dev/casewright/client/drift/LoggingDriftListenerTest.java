package dev.casewright.client.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.fixture.Logged;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoggingDriftListenerTest {
  private static final DriftFinding FIELD =
      new DriftFinding(DriftKind.UNKNOWN_FIELD, "/hits/*/new_field", "string", 3);

  private final LoggingDriftListener listener = new LoggingDriftListener();

  @Test
  void aFindingIsOneLineWithEverythingThatIsKnownOfIt() {
    String log = Logged.during(() -> listener.drifted(report("listCases", FIELD)));

    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains(
            "WARN dev.casewright.client.drift",
            "listCases: unknown field of type string at /hits/*/new_field (3 times in the call),"
                + " correlation id 4711");
  }

  @Test
  void aStatusIsNamed() {
    String log =
        Logged.during(
            () ->
                listener.drifted(
                    report(
                        "getCase", new DriftFinding(DriftKind.UNKNOWN_STATUS, "", "HTTP 418", 1))));

    assertThat(log).contains("getCase: unknown status HTTP 418 (1 times in the call)");
  }

  @Test
  void aFindingIsLoggedOnceWhateverItsCount() {
    String log =
        Logged.during(
            () -> {
              listener.drifted(report("listCases", FIELD));
              listener.drifted(
                  report("listCases", new DriftFinding(FIELD.kind(), FIELD.pointer(), "string", 9)));
            });

    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void theSameInAnotherOperationIsAnotherFinding() {
    String log =
        Logged.during(
            () -> {
              listener.drifted(report("listCases", FIELD));
              listener.drifted(report("getCase", FIELD));
            });

    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void afterAThousandFindingsItSaysThatItLogsNoMore() {
    String log =
        Logged.during(
            () ->
                IntStream.range(0, 1_100)
                    .mapToObj(
                        number ->
                            new DriftFinding(
                                DriftKind.UNKNOWN_FIELD, "/f" + number, "string", 1))
                    .forEach(finding -> listener.drifted(report("listCases", finding))));

    assertThat(log.lines()).hasSize(1_001);
    assertThat(log.lines().skip(1_000)).singleElement().asString().contains("no more will be");
  }

  private static DriftReport report(String operation, DriftFinding finding) {
    return new DriftReport(operation, "4711", List.of(finding));
  }
}
