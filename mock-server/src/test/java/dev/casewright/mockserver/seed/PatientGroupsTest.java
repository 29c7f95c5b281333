package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.space.ReportFilter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientGroupsTest {

  private static final int PATIENTS = 1_000;

  private final AtomicInteger looks = new AtomicInteger();
  private final PatientGroups groups =
      new PatientGroups(
          PATIENTS,
          Map.of(
              ReportFilter.REPORT_STATUS,
              patient -> {
                looks.incrementAndGet();
                return patient == 7 || patient == 990 ? "RUNNING" : "APPROVED";
              }));

  @Test
  void itFindsTheFirstFromAPatientOn() {
    assertThat(first("RUNNING", 0)).isEqualTo(7);
    assertThat(first("RUNNING", 7)).isEqualTo(7);
    assertThat(first("RUNNING", 8)).isEqualTo(990);
    assertThat(first("APPROVED", 7)).isEqualTo(8);
  }

  @Test
  void behindTheLastThereAreNoMore() {
    assertThat(first("RUNNING", 991)).isEqualTo(PATIENTS);
    assertThat(first("APPROVED", PATIENTS)).isEqualTo(PATIENTS);
  }

  @Test
  void aValueThatNobodyHasIsFoundNowhere() {
    assertThat(first("FAILED", 0)).isEqualTo(PATIENTS);
  }

  @Test
  void eachPatientIsLookedAtOnceHoweverMuchIsSearched() {
    for (int search = 0; search < 10; search++) {
      first("FAILED", 0);
      first("RUNNING", 8);
    }

    assertThat(looks).hasValue(PATIENTS);
  }

  private int first(String status, int from) {
    return groups.search(ReportFilter.REPORT_STATUS, status).applyAsInt(from);
  }
}
