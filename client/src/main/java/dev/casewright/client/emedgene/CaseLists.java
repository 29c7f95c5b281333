package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

/**
 * Lists cases (Emedgene page, Managing Finalized Cases). Thread-safe. All methods only read, so all
 * may be repeated, and the client does so by its {@link dev.casewright.client.retry.RetryPolicy}.
 * Listing blocks until the answer is there or its time is over, and throws a {@link
 * dev.casewright.client.error.CasewrightException} of its cause; so does walking a stream.
 *
 * <p>In which zone the server reads a time without one is not documented; UTC is inferred. Give one
 * with an offset to be sure.
 */
public interface CaseLists {
  /**
   * Lists all cases with a status.
   *
   * @param status the status
   * @return the list, in the form of the contract whichever of its three forms the server used
   */
  CaseList listCases(CaseStatus status);

  /**
   * Lists cases by status and time of its last change, given without a zone.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return the list, in the form of the contract whichever of its three forms the server used
   * @throws IllegalArgumentException if the year cannot be written with four digits; nothing is
   *     sent then
   */
  CaseList listCases(CaseStatus status, LocalDateTime changedSince);

  /**
   * Lists cases by status and time of its last change.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return the list, in the form of the contract whichever of its three forms the server used
   * @throws IllegalArgumentException if the year cannot be written with four digits, or the offset
   *     has seconds; nothing is sent then
   */
  CaseList listCases(CaseStatus status, OffsetDateTime changedSince);

  /**
   * Lists all cases with a status, and reads the answer while the stream is walked, so that the
   * list takes little memory however long it is. No paging of this list is known, so it is taken to
   * come whole in one answer; that is inferred. Nothing is sent until the walk begins, and
   * everything that {@link #listCases} throws is thrown by the walk. The answer has to be walked to
   * its end within the time for downloads; then its connection is given up even if nobody walks on.
   *
   * @param status only cases with this status
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   */
  Stream<CaseListEntry> streamCases(CaseStatus status);

  /**
   * Lists cases by status and time of its last change, given without a zone, and reads the answer
   * while the stream is walked; see {@link #streamCases(CaseStatus)}.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   * @throws IllegalArgumentException if the year cannot be written with four digits; nothing is
   *     sent then
   */
  Stream<CaseListEntry> streamCases(CaseStatus status, LocalDateTime changedSince);

  /**
   * Lists cases by status and time of its last change, and reads the answer while the stream is
   * walked; see {@link #streamCases(CaseStatus)}.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   * @throws IllegalArgumentException if the year cannot be written with four digits, or the offset
   *     has seconds; nothing is sent then
   */
  Stream<CaseListEntry> streamCases(CaseStatus status, OffsetDateTime changedSince);
}
