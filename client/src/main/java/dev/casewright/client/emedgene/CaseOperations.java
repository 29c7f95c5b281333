package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CandidateList;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.CreatePresetGroupRequest;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.PresetFilter;
import dev.casewright.client.emedgene.model.PresetSearchItem;
import dev.casewright.client.json.MaskedJson;
import java.util.List;

/**
 * Creates, reads and changes single cases. Thread-safe. Every method blocks until the answer is
 * there or its time is over, and throws a {@link dev.casewright.client.error.CasewrightException}
 * of its cause. What changes something is never repeated by the client.
 */
public interface CaseOperations {
  /**
   * Creates a case (Emedgene page, Automating Case Management). It is processed at once unless
   * {@code should_upload} is true. Not to be repeated without a look whether the case exists;
   * {@link #createOrFind} does both.
   *
   * @param request the case
   * @return its name and status
   * @throws dev.casewright.client.error.OutcomeUnknownException if no answer came, so that the case
   *     may have been created
   */
  CreatedCase createCase(CreateCaseRequest request);

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
   * @throws dev.casewright.client.error.OutcomeUnknownException if none was found, and no answer
   *     came to the creation
   */
  FoundOrCreatedCase createOrFind(CreateCaseRequest request);

  /**
   * Lets the server check a case without creating it (dry run). Creates nothing, so it may be
   * repeated; the client does not do so itself, since a server that does not know of dry runs would
   * create the case.
   *
   * @param request the case
   * @return what the server says; its form is not public, and it may be missing
   * @throws dev.casewright.client.error.InvalidRequestException if it found something wrong
   */
  MaskedJson checkCase(CreateCaseRequest request);

  /**
   * Reads all of a case. The vendor's page does not speak of it; programs in use read it. May be
   * repeated.
   *
   * @param caseName the name of the case
   * @return the case
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   */
  CaseDetail getCase(String caseName);

  /**
   * Reads the basic facts of a case (Emedgene page, Retrieving Case Info). May be repeated.
   *
   * @param caseName the name of the case
   * @return the facts
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   */
  CaseInfo getCaseInfo(String caseName);

  /**
   * Reads the tagged variants of a case (Emedgene page, Retrieving Case Info, Tags, Variants). May
   * be repeated.
   *
   * @param caseName the name of the case
   * @return the variants
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   */
  CandidateList getCandidates(String caseName);

  /**
   * Sets the status of a case (Emedgene page, Changing Status). Each change is logged by the server
   * and may be notified, so read the status before you repeat it.
   *
   * @param caseName the name of the case
   * @param status the status, known or an organisation's own
   * @return what the server says; its form is not public, and it may be missing
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   * @throws dev.casewright.client.error.OutcomeUnknownException if no answer came, so that the
   *     status may have been set
   */
  MaskedJson updateStatus(String caseName, CaseStatus status);

  /**
   * Creates a preset group on top of the one that a case was created with (Emedgene page, Creating
   * a Custom Preset Group). Not to be repeated without a look at the case: the group may be created
   * twice.
   *
   * @param caseName the name of the case
   * @param groupName the name of the new group
   * @param items what it adds, such as {@link PresetItems#geneList(long, String)}
   * @return what the server says; its form is not public, and it may be missing
   * @throws IllegalArgumentException if the name of the case is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.OutcomeUnknownException if no answer came, so that the
   *     group may have been created
   */
  default MaskedJson createPresetGroup(
      String caseName, String groupName, List<PresetSearchItem> items) {
    return createPresetGroup(
        caseName,
        CreatePresetGroupRequest.builder()
            .name(groupName)
            .filter(PresetFilter.builder().search(items).build())
            .build());
  }

  /**
   * Creates a preset group, with filters of any kind. Not to be repeated without a look at the
   * case: the group may be created twice.
   *
   * @param caseName the name of the case
   * @param request the group
   * @return what the server says; its form is not public, and it may be missing
   * @throws IllegalArgumentException if the name of the case is blank, or cannot stand in a path;
   *     nothing is sent then
   * @throws dev.casewright.client.error.OutcomeUnknownException if no answer came, so that the
   *     group may have been created
   */
  MaskedJson createPresetGroup(String caseName, CreatePresetGroupRequest request);
}
