package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacesTest {

  private static final int THREADS = 32;

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void spacesDoNotSeeEachOther() {
    MockSpace other = MOCK.server().space("apart");
    List<String> before = other.caseNames();

    MOCK.createCase();

    assertThat(other.caseNames()).isEqualTo(before);
    assertThat(MOCK.space().caseNames()).doesNotContainAnyElementsOf(before);
    assertThat(MOCK.space().reportIds()).doesNotContainAnyElementsOf(other.reportIds());
  }

  @Test
  void allCredentialsOfASpaceLeadToTheSameState() {
    MockSpace space = MOCK.server().space("shared");

    assertThat(MOCK.server().space("shared").reportIds()).isEqualTo(space.reportIds());
    assertThat(space.credentials().opalLogin()).isEqualTo("demo-login.shared");
    assertThat(space.credentials().emedgeneUsername()).isEqualTo("demo@shared.lab.example");
    assertThat(MOCK.server().credentials().opalLogin()).isEqualTo("demo-login");
  }

  @Test
  void aStatusCanBeSetDirectly() {
    long id = MOCK.space().reportIds("WAITING FOR SAMPLE").get(0);
    String name = MOCK.space().caseNames("finalized").get(0);

    MOCK.space().setReportStatus(id, "APPROVED");
    MOCK.space().setCaseStatus(name, "uploading");

    JsonNode report = MOCK.opal("/reports/" + id).json();
    assertThat(report.path("status").asText()).isEqualTo("APPROVED");
    assertThat(report.path("genome_id").isNull()).isFalse();
    assertThat(report.path("report_approved_date").isNull()).isFalse();
    JsonNode detail = MOCK.caseDetail(name);
    assertThat(detail.path("status").asText()).isEqualTo("uploading");
    assertThat(detail.path("delivered_date").isNull()).isTrue();
    assertThat(detail.path("signer").isNull()).isTrue();
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void whatIsNotThereCannotBeSet() {
    long id = MOCK.space().reportIds().get(0);

    assertThatThrownBy(() -> MOCK.space().setReportStatus(id, "NO SUCH STATUS"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("READY TO REVIEW");
    assertThatThrownBy(() -> MOCK.space().setReportStatus(1, "APPROVED"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MOCK.space().setCaseStatus("EMG000000000", "delivered"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UPPER", "a.b", "-a", "a-", "a b", "ä"})
  void aNameThatNoLoginCouldCarryIsRefused(String name) {
    assertThatThrownBy(() -> MOCK.server().space(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWritersNeverShowAHalfMadeCase() throws Exception {
    int before = MOCK.space().caseNames().size();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        writers.add(SpacesTest::createAndRead);
      }
      for (Future<Integer> keys : pool.invokeAll(writers)) {
        assertThat(keys.get()).isEqualTo(48);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(MOCK.space().caseNames()).hasSize(before + THREADS).doesNotHaveDuplicates();
  }

  private static int createAndRead() {
    String name =
        MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson())
            .json()
            .path("name")
            .asText();
    MOCK.emedgene(
        "POST", "/api/test/" + name + "/preset_group", "{\"name\": \"x\", \"filter\": {}}");
    return MOCK.caseDetail(name).size();
  }
}
