package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.authorization.BearerAuthorization;
import dev.casewright.client.authorization.Tokens;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.Wire;
import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.ExistingFile;
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
import dev.casewright.client.emedgene.model.SampleList;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.json.MaskedJson;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A client of Illumina Emedgene: the cases of the organisation that the user belongs to. What it
 * can do is described in the interfaces that it implements, one for each group of operations.
 *
 * <p>Immutable and thread-safe; one instance serves a whole program. It logs in when the first call
 * needs it, once however many threads call, and again when the token is refused; the call is then
 * repeated once ({@link LoginPolicy} has the details). Every call blocks until its answer is there
 * or its time is over, and throws a {@link dev.casewright.client.error.CasewrightException} of its
 * cause. A write that may have happened is never repeated: its exception says so with {@code
 * outcome()}. Redirects are never followed.
 */
public final class EmedgeneClient
    implements CaseOperations,
        CaseLists,
        FinalizedCaseOperations,
        CaseWaits,
        CaseReports,
        SampleSearch,
        Participants,
        VendorDocumentation,
        AutoCloseable {
  private final Tokens tokens;
  private final CaseOperations cases;
  private final CaseLists lists;
  private final FinalizedCaseOperations finalizedCases;
  private final CaseWaits waits;
  private final CaseReports reports;
  private final SampleSearch samples;
  private final Participants participants;
  private final VendorDocumentation documentation;
  private final Waiting waiting;
  private final Runnable closing;

  EmedgeneClient(
      Connection connection,
      Authentication authentication,
      LoginPolicy loginPolicy,
      PollPolicy polling) {
    CallSettings settings = connection.settings();
    EmedgeneFacts facts = new EmedgeneFacts();
    ObjectMapper ofSecrets = WireJson.newMapperOfSecrets();
    this.tokens =
        authentication.over(
            connection.wire(
                UnaryOperator.identity(), facts, ofSecrets, new JsonDecoder(ofSecrets, List.of())));
    ObjectMapper mapper = WireJson.newMapper();
    Wire wire =
        connection.wire(
            transport ->
                new BearerAuthorization(
                    transport, tokens, loginPolicy.oldAfter(), settings.ticker()),
            facts,
            mapper,
            new JsonDecoder(mapper, AnswerShapes.ALL));
    this.cases = new CaseCalls(wire, settings);
    this.lists = new CaseListCalls(wire);
    this.finalizedCases = new FinalizedCaseCalls(lists, cases, settings.clock());
    this.waiting = new Waiting(settings, polling);
    this.waits = new CaseWaitCalls(wire, waiting);
    this.reports = new CaseReportCalls(wire, settings);
    this.samples = new SampleCalls(wire);
    this.participants = new ParticipantCalls(wire);
    this.documentation = new DocumentationCalls(wire);
    this.closing = connection.closing();
  }

  /**
   * Starts a client.
   *
   * @return a builder
   */
  public static EmedgeneClientBuilder builder() {
    return new EmedgeneSetup();
  }

  @Override
  public CreatedCase createCase(CreateCaseRequest request) {
    return cases.createCase(request);
  }

  @Override
  public FoundOrCreatedCase createOrFind(CreateCaseRequest request) {
    return cases.createOrFind(request);
  }

  @Override
  public MaskedJson checkCase(CreateCaseRequest request) {
    return cases.checkCase(request);
  }

  @Override
  public CaseDetail getCase(String caseName) {
    return cases.getCase(caseName);
  }

  @Override
  public CaseInfo getCaseInfo(String caseName) {
    return cases.getCaseInfo(caseName);
  }

  @Override
  public CandidateList getCandidates(String caseName) {
    return cases.getCandidates(caseName);
  }

  @Override
  public MaskedJson updateStatus(String caseName, CaseStatus status) {
    return cases.updateStatus(caseName, status);
  }

  @Override
  public MaskedJson createPresetGroup(String caseName, CreatePresetGroupRequest request) {
    return cases.createPresetGroup(caseName, request);
  }

  @Override
  public CaseList listCases(CaseStatus status) {
    return lists.listCases(status);
  }

  @Override
  public CaseList listCases(CaseStatus status, LocalDateTime changedSince) {
    return lists.listCases(status, changedSince);
  }

  @Override
  public CaseList listCases(CaseStatus status, OffsetDateTime changedSince) {
    return lists.listCases(status, changedSince);
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status) {
    return lists.streamCases(status);
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, LocalDateTime changedSince) {
    return lists.streamCases(status, changedSince);
  }

  @Override
  public Stream<CaseListEntry> streamCases(CaseStatus status, OffsetDateTime changedSince) {
    return lists.streamCases(status, changedSince);
  }

  @Override
  public FinalizedBatch finalizedSince(FinalizedMark mark, Duration recheck) {
    return finalizedCases.finalizedSince(mark, recheck);
  }

  @Override
  public CaseInfo awaitStatus(String caseName, Wait<CaseStatus> wait) {
    return waits.awaitStatus(caseName, wait);
  }

  @Override
  public Download downloadReport(
      String caseName, String reportType, String reportId, Path target, ExistingFile existing) {
    return reports.downloadReport(caseName, reportType, reportId, target, existing);
  }

  @Override
  public Download downloadReport(
      String caseName, String reportType, String reportId, OutputStream target) {
    return reports.downloadReport(caseName, reportType, reportId, target);
  }

  @Override
  public DownloadStream openReport(String caseName, String reportType, String reportId) {
    return reports.openReport(caseName, reportType, reportId);
  }

  @Override
  public SampleList findSamplesByName(String name, SampleType type) {
    return samples.findSamplesByName(name, type);
  }

  @Override
  public SampleList searchSamplesByNamePart(String part, SampleType type) {
    return samples.searchSamplesByNamePart(part, type);
  }

  @Override
  public List<OrgUser> orgUsers() {
    return participants.orgUsers();
  }

  @Override
  public Map<String, Long> findUserIdsByEmail(Collection<String> emails) {
    return participants.findUserIdsByEmail(emails);
  }

  @Override
  public MaskedJson assignParticipants(String caseName, Collection<Long> userIds) {
    return participants.assignParticipants(caseName, userIds);
  }

  @Override
  public URI apiDocumentation() {
    return documentation.apiDocumentation();
  }

  @Override
  public String readApiDocumentation() {
    return documentation.readApiDocumentation();
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
