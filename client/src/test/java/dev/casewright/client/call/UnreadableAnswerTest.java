package dev.casewright.client.call;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Printed;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that do not fit the contract. */
class UnreadableAnswerTest {
  private final FixtureServer server = FixtureServer.start(request -> Reply.drop());
  private final OpalClient opal =
      Clients.opal(server).timeout(Duration.ofSeconds(30)).retry(RetryPolicy.never()).build();

  @AfterEach
  void close() {
    opal.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html>Canary</html>                             | not well-formed JSON",
        "{\"id\": 1, \"Canary                            | not well-formed JSON",
        "{\"id\": \"Canary Patientdata\"}                | the value at /id is not of its type",
        "{\"id\": 1, \"created_on\": \"1931-01-01\"}     | the value at /created_on is not of its type",
        "{\"patient_dict\": {\"dob_year\": \"Canary\"}}  | the value at /patient_dict/dob_year is not",
        "{\"patient_dict\": {\"Canary\": 1, \"Canary\": 2}} | not well-formed JSON within /patient_dict",
        "{\"id\": 1, \"accession_id\": \"Canary\"}       | the required property /workspace_id is missing",
        "[\"Canary\"]                                    | the root",
        "null                                            | null",
        "``                                              | empty"
      })
  void anAnswerThatDoesNotFitTheContractIsAnErrorWithAPointerAndWithoutAValue(
      String body, String expected) {
    server.answer(request -> Reply.json(200, body));

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(failure).isInstanceOf(DecodeException.class).hasMessageContaining(expected);
    assertThat(failure.operation()).isEqualTo("getOneReport");
    assertThat(Printed.of(failure)).doesNotContain("Canary", "1931");
  }

  @Test
  void theKeyOfAnUnknownFieldIsMaskedInAPointer() {
    String deep = "[".repeat(1100) + "]".repeat(1100);
    server.answer(request -> Reply.json(200, "{\"Canary\": " + deep + "}"));

    assertThat(Printed.of(failureOf(() -> opal.getReport(5012)))).doesNotContain("Canary");
  }

  @Test
  void aMissingPropertyInAListIsFoundByItsPointer() {
    server.answer(
        request -> Reply.json(200, "{\"objects\": [" + Samples.report(1, "a") + ", {\"id\": 2}]}"));

    assertThat(failureOf(() -> opal.listReports(ReportQuery.all()).firstPage()))
        .hasMessageContaining("/objects/1/workspace_id");
  }
}
