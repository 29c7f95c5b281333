package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.UnwantedStatusException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits for cases, in a time that passes in pauses only. */
class CaseWaitTest {
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
  void aWaitEndsWhenTheCaseHasTheStatus() {
    server.answer(new StatusScript("in_progress", "in_progress", "delivered"));

    assertThat(client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMinutes(1)).status())
        .isEqualTo(CaseStatus.DELIVERED);
    assertThat(server.received())
        .hasSize(3)
        .extracting(Received::target)
        .containsOnly("/api/test/EMG000000001/info");
  }

  @Test
  void theFirstOfSeveralWantedStatusesEndsTheWait() {
    server.answer(new StatusScript("in_progress", "finalized", "delivered"));

    assertThat(
            client
                .awaitStatus(
                    NAME,
                    Wait.<CaseStatus>builder(
                            Duration.ofMinutes(1),
                            List.of(CaseStatus.DELIVERED, CaseStatus.FINALIZED))
                        .build())
                .status())
        .isEqualTo(CaseStatus.FINALIZED);
  }

  @Test
  void aWaitThatWasInVainNamesTheLastStatusAndTheReadings() {
    assertThatThrownBy(() -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofSeconds(10)))
        .hasMessage(
            "awaitStatus, 4 attempts, 9000 ms: no status that was waited for came about within"
                + " 10000 ms; the last one read was in_progress. Wait longer, or look why the"
                + " server is not there yet.");
  }

  @Test
  void allReadingsOfAWaitHaveTheCorrelationIdOfItsException() {
    DeadlineException late =
        catchThrowableOfType(
            DeadlineException.class,
            () -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofSeconds(10)));

    assertThat(server.received())
        .extracting(request -> request.header("X-Correlation-ID"))
        .containsOnly(late.correlationId());
  }

  @Test
  void aCaseInTheTrashEndsTheWaitAsFailed() {
    server.answer(new StatusScript("in_progress", "move_to_trash"));

    assertThatThrownBy(() -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            UnwantedStatusException.class,
            failed -> assertThat(failed.met()).isEqualTo("move_to_trash"))
        .hasMessageContaining("awaitStatus, 2 attempts")
        .hasMessageContaining("the status move_to_trash was met");
  }

  @Test
  void aWaitCanSayWhichStatusesEndItAsFailed() {
    server.answer(new StatusScript("move_to_trash", "custom_Canary"));

    assertThatThrownBy(
            () ->
                client.awaitStatus(
                    NAME,
                    Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
                        .failOn(List.of(CaseStatus.of("custom_Canary")))
                        .build()))
        .isInstanceOfSatisfying(
            UnwantedStatusException.class,
            failed -> assertThat(failed.met()).isEqualTo("custom_Canary"))
        .message()
        .doesNotContain("Canary");
  }

  @Test
  void aStatusThatIsWaitedForDoesNotEndTheWaitAsFailed() {
    server.answer(new StatusScript("delivered", "move_to_trash"));

    assertThat(client.awaitStatus(NAME, CaseStatus.MOVE_TO_TRASH, Duration.ofMinutes(1)).status())
        .isEqualTo(CaseStatus.MOVE_TO_TRASH);
  }

  @Test
  void aListenerHearsOfEachReading() {
    server.answer(new StatusScript("uploading", "uploading", "delivered"));
    List<WaitProgress<CaseStatus>> told = new ArrayList<>();

    client.awaitStatus(
        NAME,
        Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED).listener(told::add).build());

    assertThat(told)
        .containsExactly(
            progress(CaseStatus.UPLOADING, true, 1, 0),
            progress(CaseStatus.UPLOADING, false, 2, 2),
            progress(CaseStatus.DELIVERED, true, 3, 5));
  }

  private static WaitProgress<CaseStatus> progress(
      CaseStatus status, boolean changed, int readings, int seconds) {
    return new WaitProgress<>(
        NAME,
        status,
        changed,
        readings,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(60L - seconds));
  }

  @Test
  void aListenerThatFailsDoesNotEndTheWait() {
    server.answer(new StatusScript("delivered"));

    assertThat(
            client
                .awaitStatus(
                    NAME,
                    Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
                        .listener(
                            progress -> {
                              throw new IllegalStateException("Canary");
                            })
                        .build())
                .status())
        .isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void aWaitThatIsOverLeavesNothingBehind() {
    server.answer(new StatusScript("delivered"));
    Signal signal = new Signal();
    Cancellation cancellation = new Cancellation();

    client.awaitStatus(
        NAME,
        Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
            .wokenBy(signal)
            .cancelledBy(cancellation)
            .build());

    assertThat(signal).hasToString("Signal[names=<0>]");
    assertThat(cancellation).hasToString("Cancellation[cancelled=false, waits=<0>]");
  }

  @Test
  void aThreadThatIsInterruptedInAPauseEndsTheWaitAndStaysInterrupted() {
    Wait<CaseStatus> wait =
        Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
            .listener(progress -> Thread.currentThread().interrupt())
            .build();

    assertThatThrownBy(() -> client.awaitStatus(NAME, wait))
        .isInstanceOf(CancellationException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aWaitThatIsCancelledBeforeItBeginsSendsNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(
            () ->
                client.awaitStatus(
                    NAME,
                    Wait.builder(Duration.ofMinutes(1), CaseStatus.DELIVERED)
                        .cancelledBy(cancellation)
                        .build()))
        .isInstanceOf(CancellationException.class);

    assertThat(server.received()).isEmpty();
  }

  @Test
  void aClientThatIsClosedDoesNotBeginToWait() {
    client.close();

    assertThatThrownBy(() -> client.awaitStatus(NAME, CaseStatus.DELIVERED, Duration.ofMinutes(1)))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The client was closed while it waited.");
  }
}
