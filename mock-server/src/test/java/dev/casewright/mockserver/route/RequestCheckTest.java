package dev.casewright.mockserver.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request is checked against the contract, and a refusal names the place and the rule. */
class RequestCheckTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/reports?limit=0 | 422 | query limit must keep minimum 1",
        "/reports?limit=many | 400 | query limit must be of type integer",
        "/reports?offset=-1 | 422 | query offset must keep minimum 0",
        "/reports?order_by=name | 422 | query order_by must be one of",
        "/reports?accession_id= | 422 | query accession_id must keep minLength 1",
        "/reports/first | 400 | path id must be of type integer",
        "/reports/first/pdf_report | 400 | path id must be of type integer",
        "/reports/first/pdf_preview | 400 | path id must be of type integer"
      })
  void opalNamesPlaceAndRuleUnderDescription(String path, int status, String told) {
    Answer answer = MOCK.opal(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("description").asText()).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/test?from_status_change_date=monday | | query from_status_change_date",
        "GET | /api/sample/ | | query query is required",
        "GET | /api/sample/?query=a&exact_match=2 | | query exact_match must be of type boolean",
        "POST | /api/cases/v2/cases?dry_run=2 | {} | query dry_run must be of type boolean",
        "POST | /api/cases/v2/cases | | body is required, as JSON",
        "POST | /api/cases/v2/cases | [] | body must be of type object",
        "POST | /api/cases/v2/cases | {} | body/test_data is required",
        "POST | /api/cases/v2/cases | {\"test_data\" | body must be valid JSON",
        "POST | /api/cases/v2/cases | {\"test_data\": {\"patients\": 1}}"
            + " | body/test_data/patients must be of type object",
        "PUT | /api/test/EMG000000001 | {\"status\": 1} | body/status must be of type string",
        "POST | /api/participant/EMG000000001 | {\"action\": \"assign\", \"ids\": [\"1\"]}"
            + " | body/ids/0 must be of type integer",
        "POST | /api/test/EMG000000001/preset_group | {\"name\": \"x\"} | body/filter is required",
        "POST | /api/auth/v2/api_login/ | {\"username\": \"x\"} | body/password is required",
        "POST | /api/auth/api_login/ | {\"username\": \"x\"} | body/password is required"
      })
  void emedgeneNamesPlaceAndRuleUnderMessage(String method, String path, String body, String told) {
    Answer answer = MOCK.emedgene(method, path, body == null ? "" : body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(told);
  }

  @Test
  void aRefusedWriteChangesNothing() {
    int before = MOCK.space().caseNames().size();

    MOCK.emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson().replace("Exome\"", "Exome"));
    MOCK.emedgene("POST", "/api/cases/v2/cases?dry_run=2", Payloads.onePerson());

    assertThat(MOCK.space().caseNames()).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({"/reports?limit=0, description", "/api/sample/, message"})
  void credentialsAreLookedAtFirst(String path, String key) {
    Answer answer = MOCK.send("GET", path, "", Map.of());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path(key).asText()).isNotEmpty();
  }

  @Test
  void everyViolationIsNamed() {
    String told = MOCK.opal("/reports?limit=0&offset=x&order_by=y").json().toString();

    assertThat(told).contains("query limit", "query offset", "query order_by");
  }

  @Test
  void eachValueOfARepeatedParameterIsChecked() {
    assertThat(MOCK.opal("/reports?limit=1&limit=0").status()).isEqualTo(422);
  }
}
