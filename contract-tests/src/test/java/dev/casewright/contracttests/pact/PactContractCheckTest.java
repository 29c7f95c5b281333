package dev.casewright.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.AnswerParts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check finds what does not fit, and names both places. */
class PactContractCheckTest {

  private static final String REFUSAL = "{\"description\":\"No.\"}";

  private final PactContractCheck check = new PactContractCheck(Contract.of(Api.OPAL));

  @Test
  void interactionThatFitsIsAccepted() {
    assertThat(
            check.check(interaction("opal", "getOneReport", "/reports/1", Map.of(), 404, REFUSAL)))
        .isEmpty();
  }

  @Test
  void unknownPathIsFound() {
    assertThat(
            check.check(interaction("opal", "getOneReport", "/kittens/1", Map.of(), 404, REFUSAL)))
        .singleElement()
        .asString()
        .contains("opal.json \"a story\"", "GET /kittens/1", "/paths of the contract of opal");
  }

  @Test
  void referenceToAnotherOperationIsFound() {
    assertThat(check.check(interaction("opal", "getReports", "/reports/1", Map.of(), 404, REFUSAL)))
        .singleElement()
        .asString()
        .contains("refers to getReports", "getOneReport (GET /reports/{id})");
  }

  @Test
  void undeclaredStatusIsFound() {
    assertThat(
            check.check(interaction("opal", "getOneReport", "/reports/1", Map.of(), 418, REFUSAL)))
        .singleElement()
        .asString()
        .contains("answer status 418 is not declared", "getOneReport");
  }

  @Test
  void answerWithoutARequiredFieldIsFound() {
    assertThat(
            check.check(interaction("opal", "getReports", "/reports", Map.of(), 200, "{\"a\":1}")))
        .singleElement()
        .asString()
        .contains("body/objects is required");
  }

  @Test
  void parameterThatTheContractDoesNotKnowIsFound() {
    assertThat(
            check.check(
                interaction(
                    "opal",
                    "getReports",
                    "/reports",
                    Map.of("colour", List.of("red")),
                    200,
                    "{\"objects\":[]}")))
        .singleElement()
        .asString()
        .contains("query colour is not declared");
  }

  @Test
  void valueThatTheContractRefusesIsFound() {
    assertThat(
            check.check(
                interaction(
                    "opal",
                    "getReports",
                    "/reports",
                    Map.of("limit", List.of("0")),
                    200,
                    "{\"objects\":[]}")))
        .singleElement()
        .asString()
        .contains("query limit must keep minimum 1");
  }

  @Test
  void redirectOverTlsIsFound() {
    assertThat(check.check(interaction("opal", "getReports", "/reports", Map.of(), 302, "")))
        .singleElement()
        .asString()
        .contains("comes without TLS only");
  }

  @Test
  void successWithoutTlsIsFound() {
    assertThat(
            check.check(
                interaction(
                    "opal-plain-http",
                    "getReports",
                    "/reports",
                    Map.of(),
                    200,
                    "{\"objects\":[]}")))
        .singleElement()
        .asString()
        .contains("comes over TLS only");
  }

  @Test
  void headerThatDoesNotFitIsFoundThoughTheBodyIsLeftOut() {
    Map<String, List<String>> headers =
        Map.of("content-disposition", List.of("attachment; filename=\"a.pdf\""));

    assertThat(
            check.check(
                interaction(
                    "opal",
                    "getFinalPdfReport",
                    "/reports/1/pdf_report",
                    Map.of(),
                    new AnswerParts(200, headers, new byte[0]))))
        .singleElement()
        .asString()
        .contains("header content-disposition must keep pattern");
  }

  private static PactInteraction interaction(
      String provider,
      String operation,
      String path,
      Map<String, List<String>> query,
      int status,
      String body) {
    return interaction(
        provider,
        operation,
        path,
        query,
        new AnswerParts(
            status,
            Map.of("content-type", List.of("application/json")),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  private static PactInteraction interaction(
      String provider,
      String operation,
      String path,
      Map<String, List<String>> query,
      AnswerParts answer) {
    return new PactInteraction(
        provider + ".json",
        provider,
        "a story",
        operation,
        List.of("OPAL-LIST-01"),
        "GET",
        path,
        query,
        Map.of(),
        new byte[0],
        answer);
  }
}
