package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportConditionTest {

  @Test
  void whatARequestLooksForStandsInNoText() {
    assertThat(new ReportCondition(ReportFilter.ACCESSION, "CANARY", true))
        .hasToString("condition on ACCESSION");
  }
}
