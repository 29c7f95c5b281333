package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.auth.BearerAuthorization;
import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Tokens;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.SearchText;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.Downloads;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.emedgene.model.AssignParticipantsRequest;
import dev.casewright.client.emedgene.model.CandidateList;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.CreatePresetGroupRequest;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.OrgUser;
import dev.casewright.client.emedgene.model.ParticipantAction;
import dev.casewright.client.emedgene.model.PresetFilter;
import dev.casewright.client.emedgene.model.PresetSearchItem;
import dev.casewright.client.emedgene.model.SampleList;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.emedgene.model.UpdateCaseStatusRequest;
import dev.casewright.client.emedgene.wire.CandidatesApi;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.emedgene.wire.DocumentationApi;
import dev.casewright.client.emedgene.wire.ParticipantsApi;
import dev.casewright.client.emedgene.wire.ReportsApi;
import dev.casewright.client.emedgene.wire.SamplesApi;
import dev.casewright.client.emedgene.wire.UsersApi;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.MaskedJson;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.json.WireTimes;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import dev.casewright.client.waiting.Watched;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A client of Illumina Emedgene: the cases of the organisation that the user belongs to.
 *
 * <p>Immutable and thread-safe; one instance serves a whole program. It logs in when the first call
 * needs it, once however many threads call, and again when the token is refused; the call is then
 * repeated once ({@link LoginPolicy} has the details). Every call blocks until its answer is there
 * or its time is over, and throws a {@link dev.casewright.client.error.CasewrightException} of its
 * cause. A write that may have happened is never repeated: its exception says so with {@code
 * outcome()}. Redirects are never followed.
 */
public final class EmedgeneClient implements AutoCloseable {
  private static final Duration RECHECK = Duration.ofMinutes(15);

  private final URI baseUrl;
  private final Wire wire;
  private final Tokens tokens;
  private final CasesApi cases;
  private final CasesApi creation;
  private final CaseStreams caseStreams;
  private final UsersApi users;
  private final ParticipantsApi participants;
  private final CandidatesApi candidates;
  private final ReportsApi reports;
  private final SamplesApi samples;
  private final DocumentationApi documentation;
  private final CaseLookup caseLookup;
  private final Downloads pdfs;
  private final Downloads pdfsAndJson;
  private final Waiting waiting;
  private final CallSettings settings;
  private final Runnable closing;

  EmedgeneClient(
      Connection connection,
      Authentication authentication,
      LoginPolicy loginPolicy,
      PollPolicy polling) {
    ObjectMapper mapper = WireJson.newMapper();
    JsonDecoder decoder = new JsonDecoder(mapper, AnswerShapes.ALL);
    EmedgeneFacts facts = new EmedgeneFacts();
    ObjectMapper ofSecrets = WireJson.newMapperOfSecrets();
    this.tokens =
        authentication.over(
            connection.wire(
                UnaryOperator.identity(), facts, ofSecrets, new JsonDecoder(ofSecrets, List.of())));
    this.wire =
        connection.wire(
            transport ->
                new BearerAuthorization(
                    transport, tokens, loginPolicy.oldAfter(), connection.settings().ticker()),
            facts,
            mapper,
            decoder);
    this.baseUrl = connection.baseUrl();
    this.cases = wire.of(CasesApi.class);
    this.creation = wire.of(CasesApi.class, new CreatedCases(decoder));
    this.caseStreams = new CaseStreams(cases, decoder);
    this.users = wire.of(UsersApi.class);
    this.participants = wire.of(ParticipantsApi.class);
    this.candidates = wire.of(CandidatesApi.class);
    this.reports = wire.of(ReportsApi.class);
    this.samples = wire.of(SamplesApi.class);
    this.documentation = wire.of(DocumentationApi.class);
    this.caseLookup = new CaseLookup(wire, connection.settings());
    this.pdfs = Downloads.ofPdfs(connection.settings());
    this.pdfsAndJson = Downloads.ofPdfsAndJson(connection.settings());
    this.waiting = new Waiting(connection.settings(), polling);
    this.settings = connection.settings();
    this.closing = connection.closing();
  }

  /**
   * Starts a client.
   *
   * @return a builder
   */
  public static EmedgeneClientBuilder builder() {
    return new EmedgeneClientBuilder();
  }

  /**
   * Creates a case (Emedgene page, Automating Case Management). It is processed at once unless
   * {@code should_upload} is true. Not to be repeated without a look whether the case exists;
   * {@link #createOrFind} does both.
   *
   * @param request the case
   * @return its name and status
   */
  public CreatedCase createCase(CreateCaseRequest request) {
    return CreatedCases.in(creation.createCase(null, request));
  }

  /**
   * Creates a case unless there is one with the same samples already. It looks the case up by the
   * name of the proband's sample, confirms it by reading it, and only then creates it. It sends
   * several calls, each with its own time, and may be repeated.
   *
   * <p>After an {@link dev.casewright.client.error.OutcomeUnknownException} wait before it is
   * called again: the server, or something in front of it, may still be at work on the first
   * request, and a case that comes into being after the look is created twice. How long is not
   * documented; longer than the time after which the server gives up a request. Two programs that
   * call it for the same samples at the same moment may create two cases as well: the server knows
   * no lock.
   *
   * <p>Sample names come from {@code fastq_sample} or {@code pending_sample_name} of the members of
   * the family, and {@code fastq} of the samples. The proband's has to be among the samples of the
   * request, since the server's search knows no others. It is searched among the samples of each
   * type that the case or one of its samples names; if none is named, among those of all known
   * types. That the search shows a new case at once is inferred.
   *
   * @param request the case
   * @return the case, and whether it was created
   * @throws IllegalArgumentException if the request lists no sample of the proband, so that nothing
   *     can be looked up; nothing is sent then
   * @throws dev.casewright.client.error.AmbiguousCaseException if several cases have these samples,
   *     one whose identity cannot be confirmed, or if the only ones that the search shows cannot be
   *     read, since they may be the one that is being created; nothing is created then
   */
  public FoundOrCreatedCase createOrFind(CreateCaseRequest request) {
    return caseLookup
        .find(request)
        .orElseGet(() -> FoundOrCreatedCase.created(createCase(request)));
  }

  /**
   * Lets the server check a case without creating it (dry run).
   *
   * @param request the case
   * @return what the server says; its form is not public, and it may be missing
   * @throws dev.casewright.client.error.InvalidRequestException if it found something wrong
   */
  public MaskedJson checkCase(CreateCaseRequest request) {
    return new MaskedJson(cases.createCase(true, request));
  }

  /**
   * Lists the users of the organisation (Emedgene page, Assigning Participants).
   *
   * @return the users
   */
  public List<OrgUser> orgUsers() {
    return users.getOrgUsers().hits();
  }

  /**
   * Finds the ids of users by their e-mail addresses.
   *
   * @param emails the addresses, spelt as the server spells them
   * @return address to id, in the order of the addresses; without those that no user has
   */
  public Map<String, Long> findUserIdsByEmail(Collection<String> emails) {
    List<OrgUser> all = orgUsers();
    Map<String, Long> ids = new LinkedHashMap<>();
    for (String email : emails) {
      all.stream()
          .filter(user -> user.email().equals(email))
          .forEach(user -> ids.put(email, user.id()));
    }
    return ids;
  }

  /**
   * Assigns users to a case (Emedgene page, Assigning Participants).
   *
   * @param caseName the name of the case
   * @param userIds the ids of the users
   * @return what the server says; its form is not public, and it may be missing
   */
  public MaskedJson assignParticipants(String caseName, Collection<Long> userIds) {
    return new MaskedJson(
        participants.assignParticipants(
            caseName,
            AssignParticipantsRequest.builder()
                .action(ParticipantAction.ASSIGN)
                .ids(List.copyOf(userIds))
                .build()));
  }

  /**
   * Reads all of a case. The vendor's page does not speak of it; programs in use read it.
   *
   * @param caseName the name of the case
   * @return the case
   */
  public CaseDetail getCase(String caseName) {
    return cases.getCase(caseName);
  }

  /**
   * Reads the basic facts of a case (Emedgene page, Retrieving Case Info).
   *
   * @param caseName the name of the case
   * @return the facts
   */
  public CaseInfo getCaseInfo(String caseName) {
    return cases.getCaseInfo(caseName);
  }

  /**
   * Reads the tagged variants of a case (Emedgene page, Retrieving Case Info, Tags, Variants).
   *
   * @param caseName the name of the case
   * @return the variants
   */
  public CandidateList getCandidates(String caseName) {
    return candidates.getCandidates(caseName);
  }

  /**
   * Sets the status of a case (Emedgene page, Changing Status). Each change is logged by the server
   * and may be notified.
   *
   * @param caseName the name of the case
   * @param status the status, known or an organisation's own
   * @return what the server says; its form is not public, and it may be missing
   */
  public MaskedJson updateStatus(String caseName, CaseStatus status) {
    return new MaskedJson(
        cases.updateCaseStatus(caseName, UpdateCaseStatusRequest.builder().status(status).build()));
  }

  /**
   * Lists cases by status and time of its last change (Emedgene page, Managing Finalized Cases).
   *
   * <p>In which zone the server reads a time without one is not documented; UTC is inferred. Give
   * one with an offset to be sure.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return the list, in the form of the contract whichever of its three forms the server used
   */
  public CaseList listCases(CaseStatus status, LocalDateTime changedSince) {
    return cases.listCases(
        Objects.requireNonNull(status, "status"), WireTimes.writeExactly(changedSince));
  }

  /**
   * Lists cases by status and time of its last change (Emedgene page, Managing Finalized Cases).
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return the list, in the form of the contract whichever of its three forms the server used
   */
  public CaseList listCases(CaseStatus status, OffsetDateTime changedSince) {
    return cases.listCases(
        Objects.requireNonNull(status, "status"), WireTimes.writeExactly(changedSince));
  }

  /**
   * Lists all cases with a status.
   *
   * @param status the status
   * @return the list, in the form of the contract whichever of its three forms the server used
   */
  public CaseList listCases(CaseStatus status) {
    return cases.listCases(Objects.requireNonNull(status, "status"), null);
  }

  /**
   * Lists all cases with a status, and reads the answer while the stream is walked. That the server
   * gives the list whole in one answer is inferred, since no paging is known; so it takes little
   * memory, however long it is. Nothing is sent until the walk begins, and everything that {@link
   * #listCases} throws is thrown by the walk. The answer has to be walked to its end within the
   * time for downloads; then its connection is given up even if nobody walks on.
   *
   * @param status only cases with this status
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   */
  public Stream<CaseListEntry> streamCases(CaseStatus status) {
    return caseStreams.of(Objects.requireNonNull(status, "status"), null);
  }

  /**
   * Lists cases by status and time of its last change, and reads the answer while the stream is
   * walked; see {@link #streamCases(CaseStatus)} and {@link #listCases(CaseStatus, LocalDateTime)}.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   */
  public Stream<CaseListEntry> streamCases(CaseStatus status, LocalDateTime changedSince) {
    return caseStreams.of(
        Objects.requireNonNull(status, "status"), WireTimes.writeExactly(changedSince));
  }

  /**
   * Lists cases by status and time of its last change, and reads the answer while the stream is
   * walked; see {@link #streamCases(CaseStatus)}.
   *
   * @param status only cases with this status
   * @param changedSince only cases whose status changed then or later
   * @return a stream to be walked once, by one thread, and to be closed if the walk may end early
   */
  public Stream<CaseListEntry> streamCases(CaseStatus status, OffsetDateTime changedSince) {
    return caseStreams.of(
        Objects.requireNonNull(status, "status"), WireTimes.writeExactly(changedSince));
  }

  /**
   * Gives the cases that were finalized since a moment, for the first time: see {@link
   * #finalizedSince(FinalizedMark, Duration)}.
   *
   * @param since cases that were finalized before are not given
   * @return the cases, and the mark to go on from
   */
  public FinalizedBatch finalizedSince(Instant since) {
    return finalizedSince(FinalizedMark.since(since));
  }

  /**
   * Gives the cases that were finalized since the last time, and looks again every 15 minutes at
   * those that were given: see {@link #finalizedSince(FinalizedMark, Duration)}.
   *
   * @param mark what the last time gave
   * @return the cases, and the mark to go on from
   */
  public FinalizedBatch finalizedSince(FinalizedMark mark) {
    return finalizedSince(mark, RECHECK);
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
   * <p>Each request is a call of its own with its own deadline. If one fails, nothing is given:
   * call again with the same mark. Marks are values; two threads must not go on from the same one
   * if no case is to be given twice.
   *
   * @param mark what the last time gave
   * @param recheck how long a case that was finalized again between two calls may stay unnoticed;
   *     nothing for reading every listed case each time
   * @return the cases, and the mark to go on from
   */
  public FinalizedBatch finalizedSince(FinalizedMark mark, Duration recheck) {
    return new FinalizedCases(
            mark,
            from -> streamCases(CaseStatus.FINALIZED, from),
            this::getCase,
            settings.clock(),
            recheck)
        .batch();
  }

  /**
   * Waits until a case has a status, by reading it again and again: see {@link #awaitStatus(String,
   * Wait)}.
   *
   * @param caseName the name of the case
   * @param status the status to wait for
   * @param timeout how long to wait, at most 365 days
   * @return the case as it was read last
   * @throws dev.casewright.client.error.DeadlineException if it has another status when the time is
   *     over
   * @throws dev.casewright.client.error.UnwantedStatusException if it is moved to the trash
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public CaseInfo awaitStatus(String caseName, CaseStatus status, Duration timeout) {
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
   * @throws dev.casewright.client.error.DeadlineException if it has none of the wanted statuses
   *     when the time is over; its message names the last one
   * @throws dev.casewright.client.error.UnwantedStatusException if it meets a status that ends the
   *     wait as failed
   * @throws java.util.concurrent.CancellationException if the wait is cancelled, the client closed
   *     or the thread interrupted; the thread stays marked as interrupted
   */
  public CaseInfo awaitStatus(String caseName, Wait<CaseStatus> wait) {
    return waiting.until(
        new Watched<>(
            caseName,
            (left, id) -> {
              CasesApi watched = wire.partOf(left, id).of(CasesApi.class);
              return () -> watched.getCaseInfo(caseName);
            },
            CaseInfo::status,
            Set.of(CaseStatus.MOVE_TO_TRASH)),
        wait);
  }

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
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or is neither a whole PDF nor JSON as its content type says; with the type {@code pdf}, if
   *     it is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file exists already or cannot be
   *     written
   */
  public Download downloadReport(String caseName, String reportType, String reportId, Path target) {
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
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or is neither a whole PDF nor JSON as its content type says; with the type {@code pdf}, if
   *     it is not a whole PDF
   * @throws dev.casewright.client.error.TargetFileException if the file is there and to be kept, or
   *     cannot be written
   */
  public Download downloadReport(
      String caseName, String reportType, String reportId, Path target, ExistingFile existing) {
    return downloadsOf(reportType)
        .toPath(
            "getCaseReport",
            () -> reports.getCaseReport(caseName, reportType, reportId),
            target,
            "case_report",
            existing);
  }

  /**
   * Generates and downloads a report of a finalized case to a stream, which is flushed and left
   * open.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @param target the stream
   * @return the receipt; its content type tells a PDF from JSON
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer is no whole report, as at
   *     {@link #downloadReport(String, String, String, Path)}; a part of it may have been written
   */
  public Download downloadReport(
      String caseName, String reportType, String reportId, OutputStream target) {
    return downloadsOf(reportType)
        .toStream(() -> reports.getCaseReport(caseName, reportType, reportId), target);
  }

  /**
   * Generates a report of a finalized case and opens it, to be read as it comes in.
   *
   * @param caseName the name of the case
   * @param reportType the type of the report
   * @param reportId which report
   * @return the stream, to be closed; its content type tells a PDF from JSON, and {@link
   *     DownloadStream#receipt()} is there at its end
   * @throws dev.casewright.client.error.StateConflictException if the case is not finalized
   * @throws dev.casewright.client.error.DecodeException if the answer has another status than 200,
   *     or a content type that no report has
   */
  public DownloadStream openReport(String caseName, String reportType, String reportId) {
    return downloadsOf(reportType)
        .open(() -> reports.getCaseReport(caseName, reportType, reportId));
  }

  /** Who asks for a PDF gets nothing else, whatever the server calls it. */
  private Downloads downloadsOf(String reportType) {
    return "pdf".equalsIgnoreCase(reportType) ? pdfs : pdfsAndJson;
  }

  /**
   * Creates a preset group on top of the one that a case was created with (Emedgene page, Creating
   * a Custom Preset Group).
   *
   * @param caseName the name of the case
   * @param groupName the name of the new group
   * @param items what it adds, such as {@link PresetItems#geneList(long, String)}
   * @return what the server says; its form is not public, and it may be missing
   */
  public MaskedJson createPresetGroup(
      String caseName, String groupName, List<PresetSearchItem> items) {
    return createPresetGroup(
        caseName,
        CreatePresetGroupRequest.builder()
            .name(groupName)
            .filter(PresetFilter.builder().search(items).build())
            .build());
  }

  /**
   * Creates a preset group, with filters of any kind.
   *
   * @param caseName the name of the case
   * @param request the group
   * @return what the server says; its form is not public, and it may be missing
   */
  public MaskedJson createPresetGroup(String caseName, CreatePresetGroupRequest request) {
    return new MaskedJson(cases.createPresetGroup(caseName, request));
  }

  /**
   * Finds samples by their whole name. The comparison is the server's: an answer does not repeat
   * the name of the sample, so it cannot be checked here.
   *
   * @param name the name
   * @param type only samples of this type; all known programs send {@link SampleType#FASTQ}
   * @return the samples; {@code note} is the name of the case
   * @throws IllegalArgumentException if the name is blank; nothing is sent then
   */
  public SampleList findSamplesByName(String name, SampleType type) {
    return samples.findSamples(
        SearchText.required(name, "name of a sample"), Objects.requireNonNull(type, "type"), true);
  }

  /**
   * Searches samples by a part of their name. <b>It can find the samples of other patients.</b>
   *
   * @param part the part
   * @param type only samples of this type
   * @return the samples; {@code note} is the name of the case
   * @throws IllegalArgumentException if the part is blank; nothing is sent then
   */
  public SampleList searchSamplesByNamePart(String part, SampleType type) {
    return samples.findSamples(
        SearchText.required(part, "part of a sample's name"),
        Objects.requireNonNull(type, "type"),
        null);
  }

  /**
   * Where the vendor's documentation of this host is, to be opened in a browser. Sends nothing.
   *
   * @return the address
   */
  public URI apiDocumentation() {
    return Wire.address(baseUrl, DocumentationApi.class, "getApiDocumentation");
  }

  /**
   * Reads the page of the vendor's documentation, for instance to see whether the user has the role
   * for it.
   *
   * @return the page, as HTML
   */
  public String readApiDocumentation() {
    return documentation.getApiDocumentation();
  }

  /**
   * Forgets credentials and token, as far as Java allows. Every call that is made later fails with
   * an {@link dev.casewright.client.error.AuthenticationException}, and nothing is sent for it.
   * Calls that are running may end well. May be called again; there is no way back but another
   * client.
   */
  public void clearCredentials() {
    tokens.clear();
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
