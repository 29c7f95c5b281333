package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.TargetControl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that is to run goes on by itself; one that is to wait does not. */
@Checks
class EmedgeneCaseProgressChecks {

  private static final int READS_IN_EACH_STATUS = 2;
  private static final int READS = 6 * READS_IN_EACH_STATUS;

  private EmedgeneCases cases;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    control.goOnEvery(READS_IN_EACH_STATUS);
    cases = new EmedgeneCases(control.emedgene());
    own = new EmedgeneOwnCases(control);
  }

  @Test
  @Verifies("EMG-CASE-06")
  void caseThatRunsGoesOnToItsAnalysisWithoutAFurtherCall() {
    assertThat(statusesOf(EmedgenePayload.running())).containsAnyOf("in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-07")
  void caseThatRunsPassesUploadingAndInProgressAndStaysDelivered() {
    assertThat(statusesOf(EmedgenePayload.running()))
        .containsExactly("uploading", "in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-08")
  void caseThatWaitsIsNotAnalysed() {
    assertThat(statusesOf(EmedgenePayload.waiting()))
        .hasSize(1)
        .doesNotContain("in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-09")
  void caseThatWaitsIsPendingSequencing() {
    assertThat(statusesOf(EmedgenePayload.waiting())).containsExactly("pending-sequencing");
  }

  /** The statuses that a new case is seen in, each as often as it comes up anew. */
  private List<String> statusesOf(ObjectNode payload) {
    String name = own.made(payload).orElseGet(() -> abort("The new case cannot be read."));
    List<String> seen = new ArrayList<>();
    for (int read = 0; read < READS; read++) {
      String status = cases.read(name).path("status").asText();
      if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(status)) {
        seen.add(status);
      }
    }
    return seen;
  }
}
