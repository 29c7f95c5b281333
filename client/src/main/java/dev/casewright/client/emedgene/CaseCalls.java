package dev.casewright.client.emedgene;

import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.CandidateList;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.CreatePresetGroupRequest;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.UpdateCaseStatusRequest;
import dev.casewright.client.emedgene.wire.CandidatesApi;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.json.MaskedJson;

/** Single cases, over the wire. Thread-safe. */
final class CaseCalls implements CaseOperations {
  private final CasesApi cases;
  private final CasesApi creation;
  private final CandidatesApi candidates;
  private final CaseLookup lookup;

  CaseCalls(Wire wire, CallSettings settings) {
    this.cases = wire.of(CasesApi.class);
    this.creation = wire.of(CasesApi.class, new CreatedCases(wire.decoder()));
    this.candidates = wire.of(CandidatesApi.class);
    this.lookup = new CaseLookup(wire, settings);
  }

  @Override
  public CreatedCase createCase(CreateCaseRequest request) {
    return CreatedCases.in(creation.createCase(null, request));
  }

  @Override
  public FoundOrCreatedCase createOrFind(CreateCaseRequest request) {
    return lookup.find(request).orElseGet(() -> FoundOrCreatedCase.created(createCase(request)));
  }

  @Override
  public MaskedJson checkCase(CreateCaseRequest request) {
    return new MaskedJson(cases.createCase(true, request));
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
    return candidates.getCandidates(caseName);
  }

  @Override
  public MaskedJson updateStatus(String caseName, CaseStatus status) {
    return new MaskedJson(
        cases.updateCaseStatus(caseName, UpdateCaseStatusRequest.builder().status(status).build()));
  }

  @Override
  public MaskedJson createPresetGroup(String caseName, CreatePresetGroupRequest request) {
    return new MaskedJson(cases.createPresetGroup(caseName, request));
  }
}
