package dev.casewright.client.emedgene;

import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.call.OpenAnswer;
import dev.casewright.client.emedgene.model.CaseList;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.walk.AnswerWalk;
import java.util.stream.Stream;

/** Case lists that are read while they are walked. */
final class CaseStreams {
  private final CasesApi cases;
  private final JsonDecoder decoder;

  CaseStreams(CasesApi cases, JsonDecoder decoder) {
    this.cases = cases;
    this.decoder = decoder;
  }

  Stream<CaseListEntry> of(CaseStatus status, String changedSince) {
    return AnswerWalk.stream(
        () -> OpenAnswer.of(cases.listCasesAsStream(status, changedSince)),
        body -> decoder.parse(body, CaseList.class, CaseListEntry.class));
  }
}
