package dev.casewright.conformance.any;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.target.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open of a form is no breach; what is inside has to fit all the same. */
class FitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPAL     | getReports | 200 | {\"objects\": []}",
        "OPAL     | getReports | 200 | []",
        "OPAL     | getReports | 200 | [{\"objects\": []}]",
        "EMEDGENE | listCases  | 200 | [{\"name\": \"EMG000000001\"}]",
        "EMEDGENE | listCases  | 401 | \"No token.\""
      })
  void formThatTheSourcesLeaveOpenFits(Api api, String operation, int status, String body) {
    assertThat(violations(api, operation, status, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPAL     | getReports   | 200 | [{\"id\": \"5001\"}]",
        "OPAL     | getReports   | 200 | [{\"objects\": [7]}]",
        "OPAL     | getReports   | 200 | \"reports\"",
        "OPAL     | getReports   | 401 | \"No key.\"",
        "OPAL     | getOneReport | 200 | []",
        "EMEDGENE | listCases    | 200 | [7]",
        "EMEDGENE | listCases    | 200 | \"cases\"",
        "EMEDGENE | listCases    | 401 | []"
      })
  void whatIsInsideHasToFitAllTheSame(Api api, String operation, int status, String body) {
    assertThat(violations(api, operation, status, body)).isNotEmpty();
  }

  private static List<String> violations(Api api, String id, int status, String body) {
    Operation operation =
        Contract.of(api).operations().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "Content-Type",
                List.of("application/json"),
                "WWW-Authenticate",
                List.of("Basic realm=\"Opal\"")),
            (name, value) -> true);
    return new Fit(api)
        .violations(operation, new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }
}
