package dev.casewright.client.opal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.auth.BasicAuthorization;
import dev.casewright.client.auth.Credentials;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.SearchText;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.Downloads;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.ListShape;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportList;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.opal.wire.ReportsApi;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.paging.PageSource;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import dev.casewright.client.waiting.Watched;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A client of Omicia Opal: the clinical reports of the workspace that the API key belongs to.
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
public final class OpalClient implements AutoCloseable {
  /**
   * What to show beside a time of Opal. A label, not a zone to compute with: the vendor says that
   * all times are PST, also in summer; the European server is said to use GMT (Opal facts, C15).
   * Nothing is ever converted.
   */
  public static final String TIME_ZONE_LABEL = "PST";

  private static final String EXTENDED = "True";

  private final Wire wire;
  private final Credentials credentials;
  private final ReportsApi reports;
  private final Downloads downloads;
  private final Waiting waiting;
  private final CallSettings settings;
  private final Runnable closing;

  OpalClient(Connection connection, Credentials credentials, PollPolicy polling) {
    ObjectMapper mapper = WireJson.newMapper();
    JsonDecoder decoder =
        new JsonDecoder(mapper, List.of(new ListShape(ReportList.class, "objects", List.of())));
    this.wire =
        connection.wire(
            transport -> new BasicAuthorization(transport, credentials),
            OpalClient::isAboutState,
            mapper,
            decoder);
    this.credentials = credentials;
    this.reports = wire.of(ReportsApi.class);
    this.downloads = Downloads.ofPdfs(connection.settings());
    this.waiting = new Waiting(connection.settings(), polling);
    this.settings = connection.settings();
    this.closing = connection.closing();
  }

  /**
   * Starts a client.
   *
   * @return a builder
   */
  public static OpalClientBuilder builder() {
    return new OpalClientBuilder();
  }

  /**
   * The 422 of the two PDF operations is documented to be about the status of the report
   * (OPAL-PDF-02, OPAL-PREV-02 and others).
   */
  private static boolean isAboutState(String operation, int status) {
    return status == 422
        && (operation.equals("getFinalPdfReport") || operation.equals("getPreviewPdfReport"));
  }

  /**
   * Reads one report (Opal page, Get one Clinical Report).
   *
   * @param id its id
   * @return the report
   */
  public Report getReport(long id) {
    return reports.getOneReport(id, null);
  }

  /**
   * Reads one report with its variants and patient fields. What that adds has no public form: it is
   * in {@code variants()}, {@code patientFields()} or {@code additionalFields()}, as the server
   * sends it.
   *
   * @param id its id
   * @return the report
   */
  public Report getExtendedReport(long id) {
    return reports.getOneReport(id, EXTENDED);
  }

  /**
   * Waits until a report has a status, by reading it again and again: see {@link #awaitStatus(long,
   * Wait)}.
   *
   * @param id its id
   * @param status the status to wait for
   * @param timeout how long to wait, at most 365 days
   * @return the report as it was read last
   * @throws dev.casewright.client.error.DeadlineException if it has another status when the time is
   *     over
   * @throws dev.casewright.client.error.UnwantedStatusException if the report failed
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Report awaitStatus(long id, ReportStatus status, Duration timeout) {
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
  public Report awaitStatus(long id, Wait<ReportStatus> wait) {
    return waiting.until(
        new Watched<>(
            String.valueOf(id),
            (left, correlationId) -> {
              ReportsApi watched = wire.partOf(left, correlationId).of(ReportsApi.class);
              return () -> watched.getOneReport(id, null);
            },
            Report::status,
            Set.of(ReportStatus.FAILED)),
        wait);
  }

  /**
   * Lists reports (Opal page, Get All Clinical Reports). Sends nothing until the listing is walked,
   * and then page by page.
   *
   * @param query which reports
   * @return the listing
   */
  public Listing<Report> listReports(ReportQuery query) {
    return PageSource.listing(
        () -> Call.reading("getReports", settings.timeouts().total(), settings),
        (limit, offset) -> page(query, limit, offset),
        query.pageSize(),
        Report::id);
  }

  private List<Report> page(ReportQuery query, int limit, int offset) {
    return reports
        .getReports(
            query.reportType().orElse(null),
            query.reportStatus().orElse(null),
            query.orderBy().orElse(null),
            limit,
            offset,
            query.externalIdPart().orElse(null),
            query.accessionPart().orElse(null),
            query.genomeId().orElse(null),
            query.genomeNamePart().orElse(null))
        .objects();
  }

  /**
   * Searches by a part of an accession: the search of the server. <b>It can find the reports of
   * other patients</b>; to get those of one accession, use {@link #findByAccession(String)}.
   *
   * @param part a part of an accession
   * @return the reports whose accession has that part
   * @throws IllegalArgumentException if the part is blank; nothing is sent then
   */
  public Listing<Report> searchByAccessionPart(String part) {
    return listReports(ReportQuery.builder().accessionPart(part).build());
  }

  /**
   * Finds the reports of one accession. The server's search by parts is read to its end, and what
   * does not equal the accession, letter by letter, is left out here. An accession is not unique:
   * there may be several reports.
   *
   * @param accession the whole accession
   * @return all reports with exactly this accession; empty if there is none
   * @throws IllegalArgumentException if the accession is blank; nothing is sent then
   */
  public List<Report> findByAccession(String accession) {
    SearchText.required(accession, "accession");
    return searchByAccessionPart(accession).stream()
        .filter(report -> report.accessionId().equals(accession))
        .toList();
  }

  /**
   * Searches by a part of the external id of a genome: the search of the server. <b>It can find the
   * reports of other patients.</b>
   *
   * <p>There is no search by a whole external id: a report does not carry the external id of its
   * genome, so nobody can tell from an answer whether it equals the one that was meant. Look up the
   * id of the genome where it was uploaded, and use {@link #findByGenome(long)}.
   *
   * @param part a part of an external id
   * @return the reports on genomes whose external id has that part
   * @throws IllegalArgumentException if the part is blank; nothing is sent then
   */
  public Listing<Report> searchByExternalIdPart(String part) {
    return listReports(ReportQuery.builder().externalIdPart(part).build());
  }

  /**
   * Finds the reports on one genome. The server compares whole numbers; what names another genome
   * nevertheless is left out here.
   *
   * @param genomeId the id of the genome
   * @return all reports of which it is a genome, be it the patient's or a relative's; empty if
   *     there is none
   */
  public List<Report> findByGenome(long genomeId) {
    return listReports(ReportQuery.builder().genomeId(genomeId).build()).stream()
        .filter(report -> genomesOf(report).anyMatch(id -> id == genomeId))
        .toList();
  }

  private static Stream<Long> genomesOf(Report report) {
    return Stream.of(
            report.genomeId(),
            report.motherGenomeId(),
            report.fatherGenomeId(),
            report.siblingGenomeId(),
            report.duoRelationGenomeId())
        .flatMap(Optional::stream);
  }

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
  public Download downloadFinalPdf(long id, Path target) {
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
  public Download downloadFinalPdf(long id, Path target, ExistingFile existing) {
    return downloads.toPath(
        "getFinalPdfReport",
        () -> reports.getFinalPdfReport(id),
        target,
        "report_" + id + ".pdf",
        existing);
  }

  /**
   * Downloads the final PDF of an approved report to a stream, which is flushed and left open.
   *
   * @param id the id of the report
   * @param target the stream
   * @return the receipt
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   * @throws dev.casewright.client.error.DecodeException if the answer is not a whole PDF; a part of
   *     it may have been written
   */
  public Download downloadFinalPdf(long id, OutputStream target) {
    return downloads.toStream(() -> reports.getFinalPdfReport(id), target);
  }

  /**
   * Opens the final PDF of an approved report, to be read as it comes in.
   *
   * @param id the id of the report
   * @return the stream, to be closed; {@link DownloadStream#receipt()} is there at its end
   * @throws dev.casewright.client.error.StateConflictException if the report is not approved
   */
  public DownloadStream openFinalPdf(long id) {
    return downloads.open(() -> reports.getFinalPdfReport(id));
  }

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
  public Download downloadPreviewPdf(long id, Path target) {
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
  public Download downloadPreviewPdf(long id, Path target, ExistingFile existing) {
    return downloads.toPath(
        "getPreviewPdfReport",
        () -> reports.getPreviewPdfReport(id),
        target,
        "report_" + id + "_preview.pdf",
        existing);
  }

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
   */
  public Download downloadPreviewPdf(long id, OutputStream target) {
    return downloads.toStream(() -> reports.getPreviewPdfReport(id), target);
  }

  /**
   * Opens a preview PDF, to be read as it comes in.
   *
   * @param id the id of the report
   * @return the stream, to be closed; {@link DownloadStream#receipt()} is there at its end
   * @throws dev.casewright.client.error.StateConflictException if the report is approved, is still
   *     processing or waits for genomes
   */
  public DownloadStream openPreviewPdf(long id) {
    return downloads.open(() -> reports.getPreviewPdfReport(id));
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
