package dev.casewright.conformance.cli;

import static dev.casewright.conformance.cli.ExitCode.BASELINE_STALE;
import static dev.casewright.conformance.cli.ExitCode.INCOMPLETE;
import static dev.casewright.conformance.cli.ExitCode.OWN_ERROR;
import static dev.casewright.conformance.cli.ExitCode.REQUIREMENT_FAILED;
import static dev.casewright.conformance.cli.ExitCode.TARGET_NOT_READY;
import static dev.casewright.conformance.cli.ExitCode.WRONG_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  @Test
  void nothingToTellIsSuccess() {
    assertThat(ExitCode.weightiest(List.of())).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void ifSeveralApplyTheWeightiestIsTold() {
    List<ExitCode> all = new ArrayList<>(List.of(ExitCode.values()));
    for (ExitCode next :
        List.of(
            WRONG_USAGE,
            OWN_ERROR,
            TARGET_NOT_READY,
            REQUIREMENT_FAILED,
            INCOMPLETE,
            BASELINE_STALE)) {
      assertThat(ExitCode.weightiest(all)).isEqualTo(next);
      all.remove(next);
    }
  }
}
