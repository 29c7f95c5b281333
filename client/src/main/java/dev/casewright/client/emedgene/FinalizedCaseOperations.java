package dev.casewright.client.emedgene;

import java.time.Duration;
import java.time.Instant;

/**
 * Finds the cases that were finalized since the last look. Thread-safe. Only reads. Every method
 * blocks, and throws a {@link dev.casewright.client.error.CasewrightException} of its cause.
 */
public interface FinalizedCaseOperations {
  /**
   * Gives the cases that were finalized since a moment, for the first time: see {@link
   * #finalizedSince(FinalizedMark, Duration)}.
   *
   * @param since cases that were finalized before are not given
   * @return the cases, and the mark to go on from
   * @throws IllegalArgumentException if the window would begin in a year that cannot be written
   *     with four digits; nothing is sent then
   */
  default FinalizedBatch finalizedSince(Instant since) {
    return finalizedSince(FinalizedMark.since(since));
  }

  /**
   * Gives the cases that were finalized since the last time, and looks again every 15 minutes at
   * those that were given: see {@link #finalizedSince(FinalizedMark, Duration)}.
   *
   * @param mark what the last time gave
   * @return the cases, and the mark to go on from
   */
  default FinalizedBatch finalizedSince(FinalizedMark mark) {
    return finalizedSince(mark, FinalizedCases.RECHECK);
  }

  /**
   * Gives the cases that were finalized since the last time (Emedgene page, Managing Finalized
   * Cases), none missed and none given twice, if it is called again and again with the mark that it
   * gave. Only reads, so it may be repeated.
   *
   * <ul>
   *   <li>It asks for the list of finalized cases from 26 hours before the newest change that it
   *       has seen, since the zone of the filter is not documented. How long ago the last call was
   *       makes no difference, nor does the clock of this machine. The list is read as it comes, so
   *       it may be of any length; its last byte has to come within the time for downloads.
   *   <li>Each case that is new in the list is read, to learn when its status changed; the list
   *       does not tell. A case that was finalized before the moment that the first mark was made
   *       with is not given.
   *   <li>A case that was given is given again if it was finalized again, at another second. This
   *       is seen at once if a call in between missed it in the list, otherwise when it is read
   *       again: every {@code recheck}, all cases that are in the list are.
   *   <li>If the server tells no time of the change, or a case cannot be understood, its name alone
   *       counts: it is given once, and again when it was missing from the list. If the time is
   *       told later, it counts from then on. (Until then the window moves with the clock of this
   *       machine.) A case that the server knows no longer, or that is reopened meanwhile, is not
   *       given.
   *   <li>At most 500 new cases are read in one call; the batch says if there are more.
   * </ul>
   *
   * <p>Blocks. Each request is a call of its own with its own deadline. If one fails, nothing is
   * given: call again with the same mark. Marks are values; two threads must not go on from the
   * same one if no case is to be given twice.
   *
   * @param mark what the last time gave
   * @param recheck how long a case that was finalized again between two calls may stay unnoticed;
   *     nothing for reading every listed case each time
   * @return the cases, and the mark to go on from
   * @throws NullPointerException if one of the two is missing; nothing is sent then
   * @throws IllegalArgumentException if the window would begin in a year that cannot be written
   *     with four digits; nothing is sent then
   * @throws dev.casewright.client.error.DecodeException if the answer is no list of cases
   */
  FinalizedBatch finalizedSince(FinalizedMark mark, Duration recheck);
}
