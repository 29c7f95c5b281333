package dev.casewright.client.opal;

import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.waiting.Wait;
import java.time.Duration;

/**
 * Waits for a status of a report. Thread-safe. Besides what the methods name, they throw the {@link
 * dev.casewright.client.error.CasewrightException} of a reading that failed and is not tried again.
 */
public interface ReportWaits {
  /**
   * Waits until a report has a status, by reading it again and again: see {@link #awaitStatus(long,
   * Wait)}. Blocks; only reads, so it may be repeated.
   *
   * @param id its id
   * @param status the status to wait for
   * @param timeout how long to wait, at most 365 days
   * @return the report as it was read last
   * @throws IllegalArgumentException if the time is not positive or too long; nothing is sent then
   * @throws dev.casewright.client.error.DeadlineException if it has another status when the time is
   *     over
   * @throws dev.casewright.client.error.UnwantedStatusException if the report failed
   * @throws java.util.concurrent.CancellationException if the client is closed or the thread
   *     interrupted; the thread stays marked as interrupted
   */
  default Report awaitStatus(long id, ReportStatus status, Duration timeout) {
    return awaitStatus(id, Wait.builder(timeout, status).build());
  }

  /**
   * Waits until a report has one of the wanted statuses, by reading it again and again. Blocks;
   * only reads, so it may be repeated. The last reading begins a tenth of the time, and at most
   * five seconds, before the time is over, so that its answer is in time; no reading goes on beyond
   * the time. Unless told otherwise, the wait ends as failed when the report has the status {@code
   * FAILED} (Opal facts, C4).
   *
   * @param id its id
   * @param wait what to wait for and how long
   * @return the report as it was read last
   * @throws dev.casewright.client.error.DeadlineException if it has none of the wanted statuses
   *     when the time is over; its message names the last one
   * @throws dev.casewright.client.error.UnwantedStatusException if it meets a status that ends the
   *     wait as failed
   * @throws java.util.concurrent.CancellationException if the wait is cancelled, the client closed
   *     or the thread interrupted; the thread stays marked as interrupted
   */
  Report awaitStatus(long id, Wait<ReportStatus> wait);
}
