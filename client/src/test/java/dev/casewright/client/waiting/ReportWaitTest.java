package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.UnwantedStatusException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportWaitTest {
  private final VirtualTime time = new VirtualTime();
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient client = Clients.opal(server).time(time, time).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aWaitEndsWhenTheReportHasTheStatus() {
    server.answer(request -> report(server.received().size() < 3 ? "RUNNING" : "READY TO REVIEW"));

    Report report = client.awaitStatus(7, ReportStatus.READY_TO_REVIEW, Duration.ofMinutes(1));

    assertThat(report.status()).isEqualTo(ReportStatus.READY_TO_REVIEW);
    assertThat(server.received())
        .hasSize(3)
        .extracting(Received::target)
        .containsOnly("/reports/7");
  }

  @Test
  void aReportThatFailedEndsTheWaitAsFailed() {
    server.answer(request -> report("FAILED"));

    assertThatThrownBy(
            () -> client.awaitStatus(7, ReportStatus.READY_TO_REVIEW, Duration.ofMinutes(1)))
        .isInstanceOf(UnwantedStatusException.class)
        .hasMessageContaining("the status FAILED was met")
        .message()
        .doesNotContain(Samples.CANARY);
  }

  private static Reply report(String status) {
    return Reply.json(200, Samples.report(7, Samples.CANARY).replace("READY TO REVIEW", status));
  }
}
