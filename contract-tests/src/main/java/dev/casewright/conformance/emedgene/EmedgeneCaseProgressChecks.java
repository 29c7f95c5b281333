package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.TargetControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that is to run goes on by itself; one that is to wait does not. */
@Checks
class EmedgeneCaseProgressChecks {

  private static final int READS_IN_EACH_STATUS = 2;
  private static final int READS = 6 * READS_IN_EACH_STATUS;

  private TargetControl control;
  private EmedgeneCases cases;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.control = control;
    cases = new EmedgeneCases(control.emedgene());
    own = new EmedgeneOwnCases(control);
  }

  @Test
  @Verifies("EMG-CASE-06")
  void caseThatRunsGoesOnToItsAnalysisWithoutAFurtherCall() {
    assertThat(statusesOfOneThatRuns()).containsAnyOf("in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-07")
  void caseThatRunsPassesUploadingAndInProgressAndStaysDelivered() {
    assertThat(statusesOfOneThatRuns()).containsExactly("uploading", "in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-08")
  void caseThatWaitsIsNotAnalysed() {
    assertThat(statusesOfOneThatWaits()).hasSize(1).doesNotContain("in_progress", "delivered");
  }

  @Test
  @Verifies("EMG-CASE-09")
  void caseThatWaitsIsPendingSequencing() {
    assertThat(statusesOfOneThatWaits()).containsExactly("pending-sequencing");
  }

  private List<String> statusesOfOneThatRuns() {
    control.goOnEvery(READS_IN_EACH_STATUS);
    return statusesOf(own.made(EmedgenePayload.running()));
  }

  /** Without a say in when cases go on, it can be seen only that this one has not by now. */
  private List<String> statusesOfOneThatWaits() {
    if (control.isMadeForTheRun()) {
      control.goOnEvery(READS_IN_EACH_STATUS);
    }
    return statusesOf(own.waiting());
  }

  /** The statuses that a new case is seen in, each as often as it comes up anew. */
  private List<String> statusesOf(Optional<String> made) {
    String name = made.orElseGet(() -> abort("The new case cannot be read."));
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
