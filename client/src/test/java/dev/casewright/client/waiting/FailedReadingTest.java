package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a wait does when a reading fails. The policy tolerates two failures in a row. */
class FailedReadingTest {
  private final VirtualTime time = new VirtualTime();
  private final FixtureServer server = FixtureServer.start(new StatusScript("in_progress"));
  private final EmedgeneClient client =
      Clients.emedgene(server)
          .retry(RetryPolicy.never())
          .polling(new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 0, 2))
          .time(time, time)
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aServerThatComesBackDoesNotEndTheWait() {
    server.answer(
        new StatusScript("in_progress", "503", "500", "in_progress", "502", "429", "delivered"));

    assertThat(await()).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void moreFailuresInARowThanAreToleratedEndTheWait() {
    server.answer(new StatusScript("in_progress", "503", "503", "503", "delivered"));

    assertThatThrownBy(this::await).isInstanceOf(ServerException.class);
    assertThat(server.received()).hasSize(4);
  }

  @Test
  void connectionsThatBreakAreTolerated() {
    StatusScript delivered = new StatusScript("delivered");
    StatusScript running = new StatusScript("in_progress");
    server.answer(
        request ->
            server.received().size() == 1
                ? running.apply(request)
                : server.received().size() < 4 ? Reply.drop() : delivered.apply(request));

    assertThat(await()).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void aFailureBeforeAnyStatusWasReadEndsTheWait() {
    server.answer(new StatusScript("500", "delivered"));

    assertThatThrownBy(this::await).isInstanceOf(ServerException.class);
  }

  @Test
  void aServerThatCannotBeReachedAtAllEndsTheWaitAtOnce() {
    server.close();

    assertThatThrownBy(this::await).isInstanceOf(TransportException.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void aFailureThatWillNotPassEndsTheWait() {
    server.answer(new StatusScript("in_progress", "404", "delivered"));

    assertThatThrownBy(this::await).isInstanceOf(NotFoundException.class);
  }

  @Test
  void theServersOwnRetryAfterIsWaitedFor() {
    Function<Integer, Reply> answers =
        number ->
            number == 2
                ? Reply.of(429, Map.of("Retry-After", "7"), new byte[0])
                : new StatusScript(number == 1 ? "in_progress" : "delivered").apply(null);
    server.answer(request -> answers.apply(server.received().size()));

    await();

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
  }

  private CaseStatus await() {
    return client.awaitStatus("EMG000000001", CaseStatus.DELIVERED, Duration.ofMinutes(1)).status();
  }
}
