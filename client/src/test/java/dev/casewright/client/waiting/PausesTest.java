package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pauses between the readings of a wait, in a time that passes in them only. */
class PausesTest {
  private static final String NAME = "EMG000000001";
  private static final PollPolicy GROWING =
      new PollPolicy(Duration.ofSeconds(2), Duration.ofSeconds(6), 1.5, 0, 3);

  private final VirtualTime time = new VirtualTime();
  private final FixtureServer server = FixtureServer.start(new StatusScript("in_progress"));
  private final EmedgeneClient client =
      Clients.emedgene(server)
          .polling(GROWING)
          .time(time, time)
          // Half of the jitter.
          .random(() -> Long.MIN_VALUE)
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void pausesGrowToTheLongest() {
    server.answer(
        new StatusScript(
            "in_progress",
            "in_progress",
            "in_progress",
            "in_progress",
            "in_progress",
            "delivered"));

    client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMinutes(5));

    assertThat(time.sleeps())
        .extracting(Duration::toMillis)
        .containsExactly(2000L, 3000L, 4500L, 6000L, 6000L);
  }

  @Test
  void pausesStartShortAgainWhenTheStatusHasChanged() {
    server.answer(
        new StatusScript("uploading", "uploading", "uploading", "in_progress", "delivered"));

    client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMinutes(5));

    assertThat(time.sleeps())
        .extracting(Duration::toMillis)
        .containsExactly(2000L, 3000L, 4500L, 2000L);
  }

  @Test
  void aPartOfEachPauseIsDrawn() {
    server.answer(new StatusScript("in_progress", "delivered"));

    client.awaitStatus(
        NAME,
        Wait.builder(Duration.ofMinutes(5), CaseStatus.DELIVERED)
            .polling(PollPolicy.defaults())
            .build());

    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(1800));
  }

  @Test
  void theLastReadingBeginsBeforeTheTimeIsOver() {
    assertThatThrownBy(() -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofSeconds(10)))
        .isInstanceOf(DeadlineException.class);

    assertThat(time.sleeps()).extracting(Duration::toMillis).containsExactly(2000L, 3000L, 4000L);
  }

  @Test
  void aSignalForAnotherCaseEndsNoPause() {
    server.answer(new StatusScript("in_progress", "delivered"));
    Signal signal = new Signal();

    client.awaitStatus(
        NAME,
        Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
            .wokenBy(signal)
            .listener(progress -> signal.ring("EMG000000002"))
            .build());

    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void aSignalSparesOnePauseAndTheNextOneIsShort() {
    server.answer(
        new StatusScript("in_progress", "in_progress", "in_progress", "in_progress", "delivered"));
    Signal signal = new Signal();

    client.awaitStatus(
        NAME,
        Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
            .wokenBy(signal)
            .listener(
                progress -> {
                  if (progress.readings() == 3) {
                    signal.ring(NAME);
                  }
                })
            .build());

    assertThat(time.sleeps()).extracting(Duration::toMillis).containsExactly(2000L, 3000L, 2000L);
  }
}
