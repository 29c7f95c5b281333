package dev.casewright.mockserver.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.ContractCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperationPipelineTest {

  private final Contract opal = Contract.of(Api.OPAL);
  private final Operation operation = opal.operation("getReports");
  private final BreachCounter breaches = new BreachCounter();

  @Test
  void anAnswerThatFitsGoesOutAsItIs() {
    MockAnswer answer = answerOf(call -> MockAnswer.json(200, list()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(breaches.count()).isZero();
  }

  @Test
  void anAnswerThatBreaksTheContractIsReplacedAndCounted() {
    MockAnswer answer =
        answerOf(call -> MockAnswer.json(200, Json.object().put("objects", "CANARY")));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .contains("getReports", "objects must be of type array")
        .doesNotContain("CANARY");
    assertThat(breaches.count()).isEqualTo(1);
  }

  @Test
  void aStatusThatTheContractDoesNotDeclareIsReplacedAndCounted() {
    MockAnswer answer = answerOf(call -> MockAnswer.json(418, list()));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(breaches.count()).isEqualTo(1);
  }

  @Test
  void aHeaderThatDoesNotFitItsSchemaIsReplacedAndCounted() {
    MockAnswer answer =
        answerOf(
            call -> {
              throw Refusal.unauthenticated("No credentials.", "CANARY");
            });

    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .contains("getReports", "header www-authenticate must keep pattern")
        .doesNotContain("CANARY");
    assertThat(breaches.count()).isEqualTo(1);
  }

  @Test
  void aHandlerThatFailsTellsNothingOfWhatItFailedOn() {
    MockAnswer answer =
        answerOf(
            call -> {
              throw new IllegalStateException("CANARY");
            });

    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains("getReports").doesNotContain("CANARY");
    assertThat(breaches.count()).isEqualTo(1);
  }

  @Test
  void aRefusalTakesTheShapeOfTheApi() {
    MockAnswer answer =
        answerOf(
            call -> {
              throw new Refusal(404, "No such thing.");
            });

    assertThat(answer.status()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("{\"description\":\"No such thing.\"}");
  }

  private MockAnswer answerOf(OperationHandler handler) {
    Map<String, OperationHandler> handlers = new TreeMap<>();
    opal.operations().forEach(each -> handlers.put(each.id(), handler));
    ContractCheck check = new ContractCheck(opal);
    OperationPipeline pipeline =
        new OperationPipeline(
            check,
            request -> new Caller("default"),
            ErrorShape.OPAL,
            ViolationStatus.OPAL,
            HandlerTable.bind(List.of(opal), handlers),
            new Spaces(name -> emptyState(), Clock.systemUTC(), ProgressPolicy.atOnce()),
            new AnswerCheck(check, ErrorShape.OPAL, breaches));
    return pipeline.answer(
        operation,
        new MockRequest(Entrance.HTTPS, "GET", "/reports", Map.of(), Map.of(), new byte[0]));
  }

  private static SpaceState emptyState() {
    return SpaceState.of(
        new Organisation(
            Json.object(),
            List.of(new OrgUser(1, "Synthetic", "synthetic@lab.example")),
            List.of(),
            Map.of(),
            Map.of()),
        List.of(),
        List.of());
  }

  private static ObjectNode list() {
    return Json.object().set("objects", Json.array());
  }

  private static String text(MockAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
