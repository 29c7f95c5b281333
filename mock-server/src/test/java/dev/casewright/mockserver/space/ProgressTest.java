package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private static final ProgressPolicy TEN_SECONDS = ProgressPolicy.every(Duration.ofSeconds(10));

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.never()));

  @BeforeEach
  void time() {
    MOCK.space().clock().freeze();
  }

  @Test
  void unlessSetReportsStayWhereTheyAre() {
    long id = reportIn("WAITING");

    pass(Duration.ofDays(1));

    assertThat(status(id)).isEqualTo("WAITING");
    assertThat(MOCK.space().progress().ofReports()).hasToString("never");
  }

  @Test
  void reportsGoOnAsTimeGoesBy() {
    long id = reportIn("WAITING");
    MOCK.space().progress().ofReports(TEN_SECONDS);
    assertThat(status(id)).isEqualTo("WAITING");

    pass(Duration.ofSeconds(10));
    assertThat(status(id)).isEqualTo("SUBMITTED");
    pass(Duration.ofSeconds(10));
    assertThat(status(id)).isEqualTo("RUNNING");
    pass(Duration.ofSeconds(10));
    assertThat(status(id)).isEqualTo("READY TO REVIEW");
    pass(Duration.ofDays(1));
    assertThat(status(id)).isEqualTo("READY TO REVIEW");
  }

  @Test
  void reportsGoOnWhenTheyAreRead() {
    long id = reportIn("SUBMITTED");
    long unread = reportIn("RUNNING");
    MOCK.space().progress().ofReports(ProgressPolicy.everyReads(2));

    assertThat(status(id)).isEqualTo("SUBMITTED");
    assertThat(status(id)).isEqualTo("SUBMITTED");
    assertThat(status(id)).isEqualTo("RUNNING");
    assertThat(status(id)).isEqualTo("RUNNING");
    assertThat(status(id)).isEqualTo("READY TO REVIEW");
    assertThat(MOCK.space().reportIds("RUNNING")).contains(unread);
  }

  @Test
  void reportsAreReadyAtOnce() {
    MOCK.space().progress().ofReports(ProgressPolicy.atOnce());

    for (String status : List.of("WAITING", "SUBMITTED", "RUNNING")) {
      assertThat(MOCK.space().reportIds(status)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "WAITING FOR SAMPLE", "APPROVED"})
  void whatIsNotProcessedStays(String status) {
    List<Long> before = MOCK.space().reportIds(status);
    MOCK.space().progress().ofReports(ProgressPolicy.atOnce());

    assertThat(before).isNotEmpty();
    assertThat(MOCK.space().reportIds(status)).isEqualTo(before);
  }

  @Test
  void aReportThatIsSetBackIsCountedFromThen() {
    MOCK.space().progress().ofReports(TEN_SECONDS);
    long id = reportIn("APPROVED");
    pass(Duration.ofSeconds(5));
    MOCK.space().setReportStatus(id, "RUNNING");

    pass(Duration.ofSeconds(9));
    assertThat(status(id)).isEqualTo("RUNNING");
    pass(Duration.ofSeconds(1));
    assertThat(status(id)).isEqualTo("READY TO REVIEW");
  }

  @Test
  void aReportThatIsSetToFailedStaysThere() {
    MOCK.space().progress().ofReports(TEN_SECONDS);
    long id = reportIn("RUNNING");
    MOCK.space().setReportStatus(id, "FAILED");

    pass(Duration.ofDays(1));

    assertThat(status(id)).isEqualTo("FAILED");
  }

  @Test
  void aPolicyCountsFromWhenItIsSet() {
    String name = MOCK.createCase();
    pass(Duration.ofDays(1));
    MOCK.space().progress().ofCases(TEN_SECONDS);
    assertThat(caseStatus(name)).isEqualTo("uploading");

    pass(Duration.ofSeconds(10));
    assertThat(caseStatus(name)).isEqualTo("in_progress");

    MOCK.space().progress().ofCases(ProgressPolicy.never());
    pass(Duration.ofDays(1));
    assertThat(caseStatus(name)).isEqualTo("in_progress");
  }

  @Test
  void theAdminApiSetsAndResetsIt() {
    Answer set = admin("PUT", "{\"cases\": \"reads:2\", \"reports\": \"500ms\"}");
    assertThat(set.json().path("cases").asText()).isEqualTo("reads:2");
    assertThat(set.json().path("reports").asText()).isEqualTo("500ms");

    admin("PUT", "{\"reports\": \"at-once\"}");
    assertThat(admin("GET", "").json().path("cases").asText()).isEqualTo("reads:2");
    assertThat(MOCK.space().reportIds("RUNNING")).isEmpty();

    admin("DELETE", "");
    assertThat(MOCK.space().progress().ofCases()).hasToString("never");
    assertThat(MOCK.space().progress().ofReports()).hasToString("never");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"cases\": 2}", "{\"cases\": \"at-once\", \"reports\": \"soon\"}"})
  void whatIsNoPolicyIsRefusedAndNothingIsSet(String body) {
    assertThat(admin("PUT", body).status()).isEqualTo(400);
    assertThat(MOCK.space().progress().ofCases()).hasToString("never");
  }

  @Test
  void theServersSettingHoldsWhereNoOtherIsSet() {
    MockSpace own = MOCK.server().space("own-progress");
    own.progress().ofReports(ProgressPolicy.never());
    try {
      MOCK.server().progress().ofReports(ProgressPolicy.atOnce());

      assertThat(MOCK.space().reportIds("RUNNING")).isEmpty();
      assertThat(own.reportIds("RUNNING")).isNotEmpty();
      assertThat(MOCK.server().space("made-later").reportIds("RUNNING")).isEmpty();
    } finally {
      MOCK.server().progress().reset();
    }
  }

  @Test
  void aResetOfTheSpaceResetsIt() {
    MOCK.space().progress().ofReports(ProgressPolicy.atOnce());

    MOCK.space().reset();

    assertThat(MOCK.space().reportIds("RUNNING")).isNotEmpty();
  }

  private static void pass(Duration time) {
    MOCK.space().clock().advance(time);
  }

  private static long reportIn(String status) {
    return MOCK.space().reportIds(status).get(0);
  }

  private static String status(long id) {
    return MOCK.opal("/reports/" + id).json().path("status").asText();
  }

  private static String caseStatus(String name) {
    return MOCK.emedgene("/api/test/" + name + "/info").json().path("status").asText();
  }

  private static Answer admin(String method, String body) {
    String path = "/__mock/api/spaces/" + MOCK.space().name() + "/progress";
    return MOCK.send(method, path, body, Map.of());
  }
}
