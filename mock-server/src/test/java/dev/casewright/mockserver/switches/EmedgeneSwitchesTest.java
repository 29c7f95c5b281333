package dev.casewright.mockserver.switches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each switch of Emedgene changes. */
class EmedgeneSwitchesTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @AfterEach
  void noAnswerBreaksTheContractElsewhere() {
    assertThat(MOCK.server().contractBreaches()).isZero();
  }

  @Test
  void anExpiredTokenIsForbidden() {
    turn("expired-token-status", "403");

    assertThat(list("Bearer " + MOCK.space().expiredEmedgeneToken())).isEqualTo(403);
    assertThat(list("Bearer " + MOCK.space().emedgeneToken() + "0")).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"400", "403"})
  void aWrongPasswordIsRefusedOtherwise(String status) {
    turn("failed-login-status", status);

    assertThat(login("wrong").status()).isEqualTo(Integer.parseInt(status));
    assertThat(login(MOCK.space().credentials().password()).status()).isEqualTo(200);
  }

  @Test
  void theKindOfTokenBeginsWithACapital() {
    turn("token-type", "Bearer");

    assertThat(login(MOCK.space().credentials().password()).json().path("token_type").asText())
        .isEqualTo("Bearer");
  }

  @ParameterizedTest
  @CsvSource({"Status, true, false", "status, false, true", "both, true, true"})
  void theStatusOfACreatedCaseStandsUnder(String value, boolean capital, boolean lower) {
    turn("created-status-field", value);

    JsonNode created = create("").json();

    assertThat(created.has("Status")).isEqualTo(capital);
    assertThat(created.has("status")).isEqualTo(lower);
  }

  @Test
  void aCaseIsCreatedWith200() {
    turn("created-case-status", "200");

    assertThat(create("").status()).isEqualTo(200);
  }

  @Test
  void aDryRunSucceedsWith201() {
    turn("dry-run-status", "201");

    assertThat(create("?dry_run=true").status()).isEqualTo(201);
  }

  @Test
  void theListIsABareArray() {
    turn("emedgene-list-shape", "array");

    JsonNode list = MOCK.emedgene("/api/test").json();

    assertThat(list.isArray()).isTrue();
    assertThat(list.size()).isEqualTo(MOCK.space().caseNames().size());
  }

  @ParameterizedTest
  @CsvSource({"variant_details, false, true", "both, true, true"})
  void theDetailsOfAVariantStandUnder(String value, boolean capital, boolean lower) {
    turn("variant-details-key", value);
    String name =
        MOCK.space().caseNames("finalized").stream()
            .filter(each -> !variants(each).isEmpty())
            .findFirst()
            .orElseThrow();

    JsonNode variant = variants(name).get(0);

    assertThat(variant.has("Variant_details")).isEqualTo(capital);
    assertThat(variant.has("variant_details")).isEqualTo(lower);
  }

  @Test
  void aCaseInTheTrashIsForbidden() {
    String name = MOCK.space().caseNames("delivered").get(0);
    MOCK.space().setCaseStatus(name, "move_to_trash");
    turn("trashed-case-status", "403");

    assertThat(MOCK.emedgene("/api/test/" + name).status()).isEqualTo(403);
    assertThat(MOCK.emedgene("/api/test/EMG999999999").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"403", "404"})
  void aReportOfAnUnfinishedCaseIsRefusedOtherwise(String status) {
    turn("unfinished-report-status", status);
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(MOCK.emedgene("/api/test/v2/" + name + "/reports/pdf/1").status())
        .isEqualTo(Integer.parseInt(status));
  }

  @Test
  void aStatusOfTheSystemIsForbidden() {
    turn("system-status-refusal", "403");
    String path = "/api/test/" + MOCK.space().caseNames("delivered").get(0);

    assertThat(MOCK.emedgene("PUT", path, "{\"status\": \"in_progress\"}").status()).isEqualTo(403);
    assertThat(MOCK.emedgene("PUT", path, "{\"status\": \"no_such\"}").status()).isEqualTo(400);
  }

  @Test
  void anErrorIsABareText() {
    turn("emedgene-error-body", "text");

    Answer answer = MOCK.emedgene("/api/test/EMG999999999");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().isTextual()).isTrue();
  }

  @Test
  void aSearchForSamplesMindsNoCase() {
    turn("substring-case", "insensitive");

    assertThat(MOCK.emedgene("/api/sample/?query=cw-2025-00001").json().path("total").asInt())
        .isEqualTo(7);
    assertThat(
            MOCK.emedgene("/api/sample/?query=cw-2025-00001-p&exact_match=true")
                .json()
                .path("total")
                .asInt())
        .isZero();
  }

  private static void turn(String name, String value) {
    MOCK.space().switches().set(name, value);
  }

  private static int list(String authorization) {
    return MOCK.send("GET", "/api/test", "", Map.of("Authorization", authorization)).status();
  }

  private static Answer login(String password) {
    String user = MOCK.space().credentials().emedgeneUsername();
    return MOCK.send(
        "POST",
        "/api/auth/v2/api_login/",
        "{\"username\": \"" + user + "\", \"password\": \"" + password + "\"}",
        Map.of());
  }

  private static Answer create(String query) {
    return MOCK.emedgene("POST", "/api/cases/v2/cases" + query, Payloads.onePerson());
  }

  private static JsonNode variants(String name) {
    return MOCK.emedgene("/api/candidates/" + name).json().path("variants");
  }
}
