package dev.casewright.mockserver.deviation.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deviations of reading leave as it is. */
class ReadingDeviationsTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void whatADeviationNotesOfACaseShowsInNoAnswer() {
    String name = MOCK.space().caseNames("delivered").get(0);
    JsonNode before = MOCK.caseDetail(name).path("organization");
    MOCK.space().deviations().add("EMG-STAT-02");

    setStatus(name, "custom_status_1");

    assertThat(MOCK.caseDetail(name).path("status").asText()).isEqualTo("delivered");
    MOCK.space().deviations().clear();
    assertThat(MOCK.caseDetail(name).path("status").asText()).isEqualTo("custom_status_1");
    assertThat(MOCK.caseDetail(name).path("organization")).isNotEmpty().isEqualTo(before);
  }

  @Test
  void aStatusSetDirectlyIsShownEvenAfterAnUpdateThatIsNot() {
    String name = MOCK.space().caseNames("delivered").get(0);
    MOCK.space().deviations().add("EMG-STAT-02");
    setStatus(name, "custom_status_1");

    MOCK.space().setCaseStatus(name, "in_progress");

    assertThat(MOCK.caseDetail(name).path("status").asText()).isEqualTo("in_progress");
  }

  @Test
  void whatADeviationNotesOfACaseGoesWhenTheSpaceIsReset() {
    String name = MOCK.space().caseNames("finalized").get(0);
    String report = "/api/test/v2/" + name + "/reports/json/1";
    MOCK.space().deviations().add("EMG-REP-08");
    assertThat(MOCK.emedgene(report).body()).isNotEmpty();
    assertThat(MOCK.emedgene(report).body()).isEmpty();

    MOCK.space().reset();
    MOCK.space().deviations().add("EMG-REP-08");

    assertThat(MOCK.emedgene(report).body()).isNotEmpty();
  }

  @Test
  void whatADeviationNotesOfACaseGoesWhenItIsSwitchedOff() {
    String name = MOCK.space().caseNames("finalized").get(0);
    String report = "/api/test/v2/" + name + "/reports/json/1";
    MOCK.space().deviations().add("EMG-REP-08");
    MOCK.emedgene(report);

    MOCK.space().deviations().remove("EMG-REP-08");
    MOCK.space().deviations().add("EMG-REP-08");

    assertThat(MOCK.emedgene(report).body()).isNotEmpty();
  }

  @Test
  void aTokenThatWasUsedUpIsGoodAgainAfterAReset() {
    MOCK.space().deviations().add("EMG-AUTH-14");
    Map<String, String> token = Map.of("Authorization", "Bearer " + MOCK.space().emedgeneToken());
    assertThat(users(token)).isEqualTo(200);
    assertThat(users(token)).isEqualTo(401);

    MOCK.space().reset();
    MOCK.space().deviations().add("EMG-AUTH-14");

    assertThat(users(token)).isEqualTo(200);
  }

  @Test
  void anotherReportOfTheCaseIsNotFetchedAgain() {
    String name = MOCK.space().caseNames("finalized").get(0);
    MOCK.space().deviations().add("EMG-REP-08");
    MOCK.emedgene("/api/test/v2/" + name + "/reports/json/1");

    assertThat(MOCK.emedgene("/api/test/v2/" + name + "/reports/json/2").body()).isNotEmpty();
  }

  @Test
  void manyWildcardsTakeNoLongTime() {
    MOCK.space().deviations().add("EMG-SAMP-07");

    Answer answer = MOCK.emedgene("/api/sample/?query=" + "%25_".repeat(500) + "%25-none");

    assertThat(answer.json().path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "EMG-REP-02, GET, /api/test/v2/{case}/reports/pdf/1",
    "EMG-STAT-06, PUT, /api/test/{case}",
    "EMG-STAT-15, PUT, /api/test/{case}",
    "EMG-PRESET-07, POST, /api/test/{case}/preset_group",
    "EMG-SAMP-12, GET, /api/sample/",
    "EMG-LIST-10, GET, /api/test?from_status_change_date=yesterday"
  })
  void whoIsNotLoggedInIsRefusedAllTheSame(String requirement, String method, String path) {
    String target = path.replace("{case}", MOCK.space().caseNames("delivered").get(0));
    String body = method.equals("GET") ? "" : "{}";
    MOCK.space().deviations().add(requirement);

    assertThat(MOCK.send(method, target, body, Map.of("Authorization", expired())).status())
        .isEqualTo(401);
  }

  private static String expired() {
    return "Bearer " + MOCK.space().expiredEmedgeneToken();
  }

  private static void setStatus(String name, String status) {
    String body = "{\"status\":\"" + status + "\"}";
    assertThat(MOCK.emedgene("PUT", "/api/test/" + name, body).status()).isEqualTo(200);
  }

  private static int users(Map<String, String> headers) {
    return MOCK.send("GET", "/api/user/org_users/", "", headers).status();
  }
}
