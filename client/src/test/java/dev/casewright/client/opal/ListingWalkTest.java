package dev.casewright.client.opal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Seen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A walk through the reports of a server that does not know offsets. */
class ListingWalkTest {
  private final Seen seen = new Seen();

  @AutoClose
  private final FixtureServer server =
      FixtureServer.start(
          request -> Reply.json(200, "{\"objects\": [" + Samples.report(1, "RUNNING") + "]}"));

  @AutoClose private final OpalClient client = Clients.opal(server).observer(seen).build();

  @Test
  void allPagesOfAWalkHaveTheCorrelationIdOfItsException() {
    ServerException failure = walked();

    assertThat(server.received())
        .hasSize(2)
        .extracting(request -> request.header("X-Correlation-ID"))
        .containsOnly(failure.correlationId());
  }

  @Test
  void allPagesOfAWalkCountInItsException() {
    assertThat(walked().attempts()).isEqualTo(2);
  }

  @Test
  void anObserverHearsOfAWalkThatFailed() {
    ServerException failure = walked();

    assertThat(seen.calls())
        .filteredOn(call -> call.failure().isPresent())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.correlationId()).isEqualTo(failure.correlationId());
              assertThat(call.failure()).contains("ServerException");
            });
  }

  @Test
  void anotherWalkHasAnotherId() {
    assertThat(walked().correlationId()).isNotEqualTo(walked().correlationId());
  }

  private ServerException walked() {
    return catchThrowableOfType(
        ServerException.class, () -> client.listReports(ReportQuery.all()).toList());
  }
}
