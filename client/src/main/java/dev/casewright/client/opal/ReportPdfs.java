package dev.casewright.client.opal;

import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.ExistingFile;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Downloads the PDFs of reports. Thread-safe. All methods only read, so all may be repeated, and
 * the client does so until the answer begins to come. They block until the PDF is there, or the
 * head of the answer for those that open it, or its time is over, and throw a {@link
 * dev.casewright.client.error.CasewrightException} of its cause.
 */
public interface ReportPdfs {
  /**
   * Downloads the final PDF of an approved report (Opal page, Get Final PDF Report; OPAL-PDF-02).
   *
   * @param id the id of the report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file that does not exist yet
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file exists already or cannot be
   *     written
   */
  default Download downloadFinalPdf(long id, Path target) {
    return downloadFinalPdf(id, target, ExistingFile.KEEP);
  }

  /**
   * Downloads the final PDF of an approved report, in place of an older file if that is wanted.
   *
   * @param id the id of the report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file
   * @param existing what becomes of a file that is already there
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file is there and to be kept, or
   *     cannot be written
   */
  Download downloadFinalPdf(long id, Path target, ExistingFile existing);

  /**
   * Downloads the final PDF of an approved report to a stream, which is flushed and left open.
   *
   * @param id the id of the report
   * @param target the stream
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF; a part of
   *     it may have been written
   * @throws dev.casewright.client.error.TargetFileException if the stream cannot be written to; a
   *     part may have been written
   */
  Download downloadFinalPdf(long id, OutputStream target);

  /**
   * Opens the final PDF of an approved report, to be read as it comes in.
   *
   * @param id the id of the report
   * @return the stream, to be closed; {@link DownloadStream#receipt()} is there at its end
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200
   */
  DownloadStream openFinalPdf(long id);

  /**
   * Downloads a preview PDF of a report that can be reviewed and is not approved (Opal page, Get
   * Preview PDF Report; OPAL-PREV-02).
   *
   * @param id the id of the report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file that does not exist yet
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is approved, is still
   *     processing or waits for genomes
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file exists already or cannot be
   *     written
   */
  default Download downloadPreviewPdf(long id, Path target) {
    return downloadPreviewPdf(id, target, ExistingFile.KEEP);
  }

  /**
   * Downloads a preview PDF, in place of an older file if that is wanted.
   *
   * @param id the id of the report
   * @param target an existing folder, in which the file gets the server's name, or the path of a
   *     file
   * @param existing what becomes of a file that is already there
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is approved, is still
   *     processing or waits for genomes
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file is there and to be kept, or
   *     cannot be written
   */
  Download downloadPreviewPdf(long id, Path target, ExistingFile existing);

  /**
   * Downloads a preview PDF to a stream, which is flushed and left open.
   *
   * @param id the id of the report
   * @param target the stream
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is approved, is still
   *     processing or waits for genomes
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF; a part of
   *     it may have been written
   * @throws dev.casewright.client.error.TargetFileException if the stream cannot be written to; a
   *     part may have been written
   */
  Download downloadPreviewPdf(long id, OutputStream target);

  /**
   * Opens a preview PDF, to be read as it comes in.
   *
   * @param id the id of the report
   * @return the stream, to be closed; {@link DownloadStream#receipt()} is there at its end
   * @throws dev.casewright.client.error.StateConflictException if the report is approved, is still
   *     processing or waits for genomes
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200
   */
  DownloadStream openPreviewPdf(long id);
}
