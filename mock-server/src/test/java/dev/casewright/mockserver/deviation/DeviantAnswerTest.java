package dev.casewright.mockserver.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.deviation.Deviation.Behaviour;
import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.mockserver.route.BreachCounter;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import dev.casewright.openapi.check.ContractCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the answer of a deviation. */
class DeviantAnswerTest {

  private static final Behaviour BREAKS_THE_SHAPE =
      call -> call.usual().withBody(Json.bytes(Json.object().put("objects", "CANARY")));

  private final Contract opal = Contract.of(Api.OPAL);
  private final BreachCounter breaches = new BreachCounter();

  @Test
  void oneThatIsOnlyWrongGoesOut() {
    MockAnswer answer =
        answerOf(Deviation.wrong("OPAL-LIST-02", "It is refused.", call -> call.refusal(422)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(breaches.count()).isZero();
  }

  @Test
  void oneThatShouldOnlyBeWrongButBreaksTheContractIsReplacedAndCounted() {
    MockAnswer answer =
        answerOf(Deviation.wrong("OPAL-LIST-02", "It is broken.", BREAKS_THE_SHAPE));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains("getReports").doesNotContain("CANARY");
    assertThat(breaches.count()).isEqualTo(1);
  }

  @Test
  void oneThatIsMeantToBreakTheContractGoesOut() {
    MockAnswer answer =
        answerOf(Deviation.broken("OPAL-LIST-02", "It is broken.", BREAKS_THE_SHAPE));

    assertThat(text(answer)).isEqualTo("{\"objects\":\"CANARY\"}");
    assertThat(breaches.count()).isZero();
  }

  @Test
  void oneOfAnotherOperationIsNotMade() {
    MockAnswer answer =
        answerOf(Deviation.broken("OPAL-REP-01", "It is broken.", BREAKS_THE_SHAPE));

    assertThat(text(answer)).isEqualTo("{\"objects\":[]}");
  }

  private MockAnswer answerOf(Deviation deviation) {
    Spaces spaces = new Spaces(name -> empty(), Clock.systemUTC(), ProgressPolicy.atOnce());
    Deviations deviations =
        new Deviations(
            DeviationRegistry.of(List.of(RequirementRegister.of(Api.OPAL)), List.of(deviation)),
            Map.of(Api.OPAL, new AnswerCheck(new ContractCheck(opal), ErrorShape.OPAL, breaches)),
            new Tokens(new byte[] {1}, Duration.ofHours(1), Clock.systemUTC()),
            spaces,
            List.of(deviation.requirement()));
    Exchange exchange =
        new Exchange(
            Api.OPAL,
            Optional.of(opal.operation("getReports")),
            new MockRequest(Entrance.HTTPS, "GET", "/reports", Map.of(), Map.of(), new byte[0]),
            spaces.of("default"));
    ObjectNode list = Json.object().set("objects", Json.array());
    return deviations.answer(exchange, request -> MockAnswer.json(200, list));
  }

  private static SpaceState empty() {
    return SpaceState.of(
        new Organisation(Json.object(), List.of(), List.of(), Map.of(), Map.of()),
        List.of(),
        List.of());
  }

  private static String text(MockAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
