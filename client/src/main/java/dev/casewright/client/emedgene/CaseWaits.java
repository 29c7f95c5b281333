package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.waiting.Wait;
import java.time.Duration;

/**
 * Waits for a status of a case. Thread-safe. Besides what the methods name, they throw the {@link
 * dev.casewright.client.error.CasewrightException} of a reading that failed and is not tried again.
 */
public interface CaseWaits {
  /**
   * Waits until a case has a status, by reading it again and again: see {@link #awaitStatus(String,
   * Wait)}. Blocks; only reads, so it may be repeated.
   *
   * @param caseName the name of the case
   * @param status the status to wait for
   * @param timeout how long to wait, at most 365 days
   * @return the case as it was read last
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path, or if the
   *     time is not positive or too long; nothing is sent then
   * @throws dev.casewright.client.error.DeadlineException if it has another status when the time is
   *     over
   * @throws dev.casewright.client.error.UnwantedStatusException if it is moved to the trash
   * @throws java.util.concurrent.CancellationException if the client is closed or the thread
   *     interrupted; the thread stays marked as interrupted
   */
  default CaseInfo awaitStatus(String caseName, CaseStatus status, Duration timeout) {
    return awaitStatus(caseName, Wait.builder(timeout, status).build());
  }

  /**
   * Waits until a case has one of the wanted statuses, by reading its basic facts again and again.
   * Blocks; only reads, so it may be repeated. The last reading begins a tenth of the time, and at
   * most five seconds, before the time is over, so that its answer is in time; no reading goes on
   * beyond the time. Unless told otherwise, the wait ends as failed when the case is moved to the
   * trash, where it is locked (Emedgene facts, 3.2).
   *
   * @param caseName the name of the case
   * @param wait what to wait for and how long
   * @return the case as it was read last
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   * @throws dev.casewright.client.error.DeadlineException if it has none of the wanted statuses
   *     when the time is over; its message names the last one
   * @throws dev.casewright.client.error.UnwantedStatusException if it meets a status that ends the
   *     wait as failed
   * @throws java.util.concurrent.CancellationException if the wait is cancelled, the client closed
   *     or the thread interrupted; the thread stays marked as interrupted
   */
  CaseInfo awaitStatus(String caseName, Wait<CaseStatus> wait);
}
