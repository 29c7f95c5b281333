package dev.casewright.client.emedgene;

import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.ExistingFile;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Generates and downloads reports of finalized cases (Emedgene page, Generate a Report).
 * Thread-safe. Every method blocks until the whole answer is there, or its head for {@link
 * #openReport}, or its time is over, and throws a {@link
 * dev.casewright.client.error.CasewrightException} of its cause. The contract calls generating a
 * report idempotent, so all may be repeated, and the client does so until the answer begins to
 * come.
 */
public interface CaseReports {
  /**
   * Generates and downloads a report of a finalized case (Emedgene page, Generate a Report). Which
   * types and ids there are is not public.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file that does not exist yet
   * @return the receipt; its content type tells a PDF from JSON
   * @throws IllegalArgumentException if a name, type or id is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or is neither a whole PDF nor JSON as its content type says; with the type {@code pdf}, if
   *     it is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file exists already or cannot be
   *     written
   */
  default Download downloadReport(
      String caseName, String reportType, String reportId, Path target) {
    return downloadReport(caseName, reportType, reportId, target, ExistingFile.KEEP);
  }

  /**
   * Generates and downloads a report of a finalized case, in place of an older file if that is
   * wanted.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file
   * @param existing what becomes of a file that is already there
   * @return the receipt; its content type tells a PDF from JSON
   * @throws IllegalArgumentException if a name, type or id is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or is neither a whole PDF nor JSON as its content type says; with the type {@code pdf}, if
   *     it is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file is there and to be kept, or
   *     cannot be written
   */
  Download downloadReport(
      String caseName, String reportType, String reportId, Path target, ExistingFile existing);

  /**
   * Generates and downloads a report of a finalized case to a stream, which is flushed and left
   * open.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @param target the stream
   * @return the receipt; its content type tells a PDF from JSON
   * @throws IllegalArgumentException if a name, type or id is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer is no whole report, as at
   *     {@link #downloadReport(String, String, String, Path)}; a part of it may have been written
   * @throws dev.casewright.client.error.TargetFileException if the stream cannot be written to; a
   *     part may have been written
   */
  Download downloadReport(String caseName, String reportType, String reportId, OutputStream target);

  /**
   * Generates a report of a finalized case and opens it, to be read as it comes in.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @return the stream, to be closed; its content type tells a PDF from JSON, and {@link
   *     DownloadStream#receipt()} is there at its end
   * @throws IllegalArgumentException if a name, type or id is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or a content type that no report has
   */
  DownloadStream openReport(String caseName, String reportType, String reportId);
}
