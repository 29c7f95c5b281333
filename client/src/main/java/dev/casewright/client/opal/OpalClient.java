package dev.casewright.client.opal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.answer.ListShape;
import dev.casewright.client.authorization.BasicAuthorization;
import dev.casewright.client.authorization.Credentials;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportList;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A client of Omicia Opal: the clinical reports of the workspace that the API key belongs to. What
 * it can do is described in the interfaces that it implements, one for each group of operations.
 *
 * <p>Immutable and thread-safe; one instance serves a whole program. Every call blocks until its
 * answer is there or its time is over, and throws a {@link
 * dev.casewright.client.error.CasewrightException} of its cause. All calls only read, so all may be
 * repeated, and the client does so by its {@link dev.casewright.client.retry.RetryPolicy}.
 * Redirects are never followed.
 *
 * <p>Times come back as {@link java.time.LocalDateTime}, as they are on the wire: without a zone.
 * {@link #TIME_ZONE_LABEL} is what the vendor calls it.
 */
public final class OpalClient implements ReportReading, ReportWaits, ReportPdfs, AutoCloseable {
  /**
   * What to show beside a time of Opal. A label, not a zone to compute with: the vendor says that
   * all times are PST, also in summer; the European server is said to use GMT (Opal facts, C15).
   * Nothing is ever converted.
   */
  public static final String TIME_ZONE_LABEL = "PST";

  private final Credentials credentials;
  private final ReportReading reports;
  private final ReportWaits waits;
  private final ReportPdfs pdfs;
  private final Waiting waiting;
  private final Runnable closing;

  OpalClient(Connection connection, Credentials credentials, PollPolicy polling) {
    ObjectMapper mapper = WireJson.newMapper();
    CallSettings settings = connection.settings();
    Wire wire =
        connection.wire(
            transport -> new BasicAuthorization(transport, credentials),
            new OpalFacts(),
            mapper,
            new JsonDecoder(
                mapper, List.of(new ListShape(ReportList.class, "objects", List.of()))));
    this.credentials = credentials;
    this.reports = new ReportCalls(wire, settings);
    this.waiting = new Waiting(settings, polling);
    this.waits = new ReportWaitCalls(wire, waiting);
    this.pdfs = new ReportPdfCalls(wire, settings);
    this.closing = connection.closing();
  }

  /**
   * Starts a client.
   *
   * @return a builder
   */
  public static OpalClientBuilder builder() {
    return new OpalSetup();
  }

  @Override
  public Report getReport(long id) {
    return reports.getReport(id);
  }

  @Override
  public Report getExtendedReport(long id) {
    return reports.getExtendedReport(id);
  }

  @Override
  public Listing<Report> listReports(ReportQuery query) {
    return reports.listReports(query);
  }

  @Override
  public Listing<Report> searchByAccessionPart(String part) {
    return reports.searchByAccessionPart(part);
  }

  @Override
  public List<Report> findByAccession(String accession) {
    return reports.findByAccession(accession);
  }

  @Override
  public Listing<Report> searchByExternalIdPart(String part) {
    return reports.searchByExternalIdPart(part);
  }

  @Override
  public List<Report> findByGenome(long genomeId) {
    return reports.findByGenome(genomeId);
  }

  @Override
  public Report awaitStatus(long id, Wait<ReportStatus> wait) {
    return waits.awaitStatus(id, wait);
  }

  @Override
  public Download downloadFinalPdf(long id, Path target, ExistingFile existing) {
    return pdfs.downloadFinalPdf(id, target, existing);
  }

  @Override
  public Download downloadFinalPdf(long id, OutputStream target) {
    return pdfs.downloadFinalPdf(id, target);
  }

  @Override
  public DownloadStream openFinalPdf(long id) {
    return pdfs.openFinalPdf(id);
  }

  @Override
  public Download downloadPreviewPdf(long id, Path target, ExistingFile existing) {
    return pdfs.downloadPreviewPdf(id, target, existing);
  }

  @Override
  public Download downloadPreviewPdf(long id, OutputStream target) {
    return pdfs.downloadPreviewPdf(id, target);
  }

  @Override
  public DownloadStream openPreviewPdf(long id) {
    return pdfs.openPreviewPdf(id);
  }

  /**
   * Forgets the credentials, as far as Java allows. Every call that is made later fails with an
   * {@link dev.casewright.client.error.AuthenticationException}, and nothing is sent for it. Calls
   * that are running may end well. May be called again; there is no way back but another client.
   */
  public void clearCredentials() {
    credentials.clear();
  }

  /**
   * Ends connections and threads, unless the transport is the caller's own. Calls that are running
   * fail at once: with a {@code TransportException}, or {@code OutcomeUnknownException} for a
   * write, or with an {@link IllegalStateException} while they wait between two requests. Waits end
   * as cancelled. Calls afterwards are refused. May be called again.
   */
  @Override
  public void close() {
    waiting.close();
    closing.run();
  }
}
