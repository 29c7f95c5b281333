package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CaseStatus;
import java.time.Clock;
import java.time.Duration;

/** Finalized cases, by lists and single cases. Thread-safe. */
final class FinalizedCaseCalls implements FinalizedCaseOperations {
  private final CaseLists lists;
  private final CaseOperations cases;
  private final Clock clock;

  FinalizedCaseCalls(CaseLists lists, CaseOperations cases, Clock clock) {
    this.lists = lists;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public FinalizedBatch finalizedSince(FinalizedMark mark, Duration recheck) {
    return new FinalizedCases(
            mark,
            from -> lists.streamCases(CaseStatus.FINALIZED, from),
            cases::getCase,
            clock,
            recheck)
        .batch();
  }
}
