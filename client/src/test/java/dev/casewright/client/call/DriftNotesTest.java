package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.POJONode;
import dev.casewright.client.drift.DriftFinding;
import dev.casewright.client.drift.DriftKind;
import dev.casewright.client.drift.DriftReport;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreatedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is looked through for what the contract does not know. */
class DriftNotesTest {
  private final List<DriftReport> reports = new ArrayList<>();

  @Test
  void anObjectOfTheContractInANodeIsLookedThrough() {
    CreatedCase created =
        CreatedCase.builder().name("EMG000000001").status(CaseStatus.of("new status")).build();
    DriftNotes notes = new DriftNotes(reports::add, Set.of());

    notes.lookThrough("", new POJONode(created));
    notes.tell("createCase", "4711");

    assertThat(reports).hasSize(1);
    DriftFinding only = reports.get(0).findings().get(0);
    assertThat(only.kind()).isEqualTo(DriftKind.UNKNOWN_VALUE);
    assertThat(only.pointer()).isEqualToIgnoringCase("/status");
  }
}
