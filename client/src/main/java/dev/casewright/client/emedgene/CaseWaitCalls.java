package dev.casewright.client.emedgene;

import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.wire.CasesApi;
import dev.casewright.client.waiting.Wait;
import dev.casewright.client.waiting.Waiting;
import java.util.Set;

/** Waits for cases, over the wire. Thread-safe. */
final class CaseWaitCalls implements CaseWaits {
  private final Wire wire;
  private final Waiting waiting;

  CaseWaitCalls(Wire wire, Waiting waiting) {
    this.wire = wire;
    this.waiting = waiting;
  }

  @Override
  public CaseInfo awaitStatus(String caseName, Wait<CaseStatus> wait) {
    return waiting.until(
        caseName,
        (left, id) -> {
          CasesApi watched = wire.partOf(left, id).of(CasesApi.class);
          return () -> watched.getCaseInfo(caseName);
        },
        CaseInfo::status,
        Set.of(CaseStatus.MOVE_TO_TRASH),
        wait);
  }
}
