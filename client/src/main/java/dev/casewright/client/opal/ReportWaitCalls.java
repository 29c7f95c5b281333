package dev.casewright.client.opal;

import dev.casewright.client.call.Wire;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.opal.wire.ReportsApi;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import java.util.Set;

/** Waits for reports, over the wire. Thread-safe. */
final class ReportWaitCalls implements ReportWaits {
  private final Wire wire;
  private final Waiting waiting;

  ReportWaitCalls(Wire wire, Waiting waiting) {
    this.wire = wire;
    this.waiting = waiting;
  }

  @Override
  public Report awaitStatus(long id, Wait<ReportStatus> wait) {
    return waiting.until(
        String.valueOf(id),
        (left, correlationId) -> {
          ReportsApi watched = wire.partOf(left, correlationId).of(ReportsApi.class);
          return () -> watched.getOneReport(id, null);
        },
        Report::status,
        Set.of(ReportStatus.FAILED),
        wait);
  }
}
