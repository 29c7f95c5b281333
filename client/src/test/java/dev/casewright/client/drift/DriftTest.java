package dev.casewright.client.drift;

import static dev.casewright.client.drift.DriftKind.UNKNOWN_FIELD;
import static dev.casewright.client.drift.DriftKind.UNKNOWN_STATUS;
import static dev.casewright.client.drift.DriftKind.UNKNOWN_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.opal.model.ReportStatus;
import dev.casewright.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
  private final List<DriftReport> reports = new ArrayList<>();
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, "{}"));
  private final OpalClient opal = opalTelling(reports::add);
  private final EmedgeneClient emedgene =
      Clients.withoutCredentials(server)
          .credentials("user", "password")
          .drift(reports::add)
          .build();

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    server.close();
  }

  @Test
  void anAnswerOfTheContractIsNoDrift() {
    server.answer(request -> Reply.json(200, Samples.read("opal-report-sample.json")));

    opal.getReport(1202);

    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "text, string",
        "7.5, number",
        "true, boolean",
        "null, null",
        "[1], array",
        "{}, object"
      })
  void anUnknownFieldIsToldWithItsPointerAndType(String value, String type) {
    server.answer(
        request ->
            Reply.json(
                200,
                with("new_field", value.equals("text") ? "\"" + Samples.CANARY + "\"" : value)));

    opal.getReport(1);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_FIELD, "/new_field", type, 1));
  }

  @Test
  void aReportNamesTheOperationAndTheIdThatTheRequestsCarried() {
    server.answer(request -> Reply.json(200, with("new_field", "1")));

    opal.getReport(1);

    assertThat(reports.get(0).operation()).isEqualTo("getOneReport");
    assertThat(reports.get(0).correlationId()).isEqualTo(server.only().header("X-Correlation-ID"));
  }

  @ParameterizedTest
  @CsvSource({"Canary Patientdata", "canary@lab.example", "1931-01-01", "Żółć", "''", "a/b", "a~b"})
  void aNameThatDoesNotLookLikeANameIsNotTold(String name) {
    server.answer(request -> Reply.json(200, with(name, "1")));

    opal.getReport(1);

    assertThat(only().pointer()).isEqualTo("/*");
  }

  @Test
  void aNameIsToldUpToItsLongestLengthOnly() {
    server.answer(request -> Reply.json(200, with("a".repeat(62), "1")));

    opal.getReport(1);

    assertThat(only().pointer()).isEqualTo("/*");
  }

  @Test
  void rowsOfAListAreCountedTogether() {
    server.answer(
        request ->
            Reply.json(200, "[%s, %s]".formatted(with("new_field", "1"), with("new_field", "2"))));

    opal.listReports(ReportQuery.all()).firstPage();

    assertThat(only())
        .isEqualTo(new DriftFinding(UNKNOWN_FIELD, "/objects/*/new_field", "number", 2));
  }

  @Test
  void anUnknownValueOfAnOpenListIsToldWithoutTheValue() {
    server.answer(
        request ->
            Reply.json(200, Samples.report(1, "a").replace("READY TO REVIEW", Samples.CANARY)));

    opal.getReport(1);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_VALUE, "/status", "string", 1));
  }

  @Test
  void whatTheContractLeavesFreeIsNoDrift() {
    server.answer(
        request -> Reply.json(200, with("patient_fields", "{\"Canary_Key\": {\"any\": 1}}")));

    opal.getExtendedReport(1);

    assertThat(reports).isEmpty();
  }

  @Test
  void whatIsInAnUnknownFieldIsNotLookedInto() {
    server.answer(request -> Reply.json(200, with("new_field", "{\"Canary_Key\": {\"any\": 1}}")));

    opal.getReport(1);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_FIELD, "/new_field", "object", 1));
  }

  @Test
  void anUnknownStatusIsToldAlthoughTheCallFails() {
    server.answer(request -> Reply.json(418, "{}"));

    assertThatThrownBy(() -> opal.getReport(1)).isInstanceOf(InvalidRequestException.class);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_STATUS, "", "HTTP 418", 1));
  }

  @Test
  void everyAttemptWithAnUnknownStatusCounts() {
    server.answer(request -> Reply.json(503, "{}"));

    assertThatThrownBy(() -> opal.getReport(1)).isInstanceOf(ServerException.class);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_STATUS, "", "HTTP 503", 3));
  }

  @Test
  void aRefusalOfTheContractIsNoDrift() {
    server.answer(request -> Reply.json(422, "{\"description\": \"no\", \"other\": 1}"));

    assertThatThrownBy(() -> opal.getReport(1)).isInstanceOf(InvalidRequestException.class);

    assertThat(reports).isEmpty();
  }

  @Test
  void theLoginIsLookedThroughToo() {
    server.answer(
        request ->
            Reply.json(
                200,
                request.path().contains("login")
                    ? "{\"access_token\": \"t\", \"token_type\": \"bearer\", \"new_field\": 1}"
                    : "{\"name\": \"EMG000000001\", \"status\": \"new status\"}"));

    emedgene.getCaseInfo("EMG000000001");

    assertThat(reports).extracting(DriftReport::operation).containsExactly("login", "getCaseInfo");
    assertThat(reports.get(0).findings())
        .containsExactly(new DriftFinding(UNKNOWN_FIELD, "/new_field", "number", 1));
    assertThat(reports.get(1).findings())
        .containsExactly(new DriftFinding(UNKNOWN_VALUE, "/status", "string", 1));
  }

  @Test
  void aServerThatSendsANewNameEachTimeFillsNoMemory() {
    StringBuilder fields = new StringBuilder("\"f0\": 1");
    for (int number = 1; number < 1_000; number++) {
      fields.append(", \"f").append(number).append("\": 1");
    }
    server.answer(
        request -> Reply.json(200, Samples.report(1, "a").replaceFirst("\\{", "{" + fields + ",")));

    opal.getReport(1);

    assertThat(reports.get(0).findings()).hasSize(201);
    assertThat(reports.get(0).findings().get(200))
        .isEqualTo(new DriftFinding(UNKNOWN_FIELD, "/*", "number", 800));
  }

  @Test
  void whatAListenerThrowsChangesNothing() {
    server.answer(request -> Reply.json(200, with("new_field", "1")));
    try (OpalClient client =
        opalTelling(
            report -> {
              throw new AssertionError(Samples.CANARY);
            })) {
      assertThat(client.getReport(1).status()).isEqualTo(ReportStatus.READY_TO_REVIEW);
    }
  }

  @Test
  void anAnswerThatCannotBeReadIsNotDriftButAnError() {
    server.answer(request -> Reply.json(200, "{}"));

    assertThatThrownBy(() -> opal.getReport(1)).isInstanceOf(DecodeException.class);

    assertThat(reports).isEmpty();
  }

  @Test
  void aStatusOfAnOrganisationsOwnIsToldInACaseList() {
    server.answer(
        request ->
            Reply.json(
                200,
                request.path().contains("login")
                    ? "{\"access_token\": \"t\", \"token_type\": \"bearer\"}"
                    : "{\"hits\": [{\"name\": \"EMG000000001\", \"status\": \"new status\"}]}"));

    emedgene.listCases(CaseStatus.FINALIZED);

    assertThat(only()).isEqualTo(new DriftFinding(UNKNOWN_VALUE, "/hits/*/status", "string", 1));
  }

  private DriftFinding only() {
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).findings()).hasSize(1);
    return reports.get(0).findings().get(0);
  }

  private OpalClient opalTelling(DriftListener listener) {
    return Clients.opal(server)
        .retry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 20))
        .drift(listener)
        .build();
  }

  private static String with(String name, String value) {
    return Samples.report(1, "a").replaceFirst("\\{", "{\"" + name + "\": " + value + ", ");
  }
}
