package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Api;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets the switches act that are turned and about a shape or a status; the others are looked at by
 * handlers. What a switch made of an answer is checked against the contract again, but for the
 * places that this switch may break. Thread-safe.
 */
public final class SwitchDetour implements Detour {

  private final Switches switches;
  private final Map<Api, AnswerCheck> checks;

  /**
   * A detour.
   *
   * @param switches the switches of the server
   * @param checks check the answers of each API
   */
  public SwitchDetour(Switches switches, Map<Api, AnswerCheck> checks) {
    this.switches = switches;
    this.checks = Map.copyOf(checks);
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    Map<String, String> turned = switches.values(Optional.of(exchange.space().name()));
    Function<MockRequest, MockAnswer> way = rest;
    if (!turned.isEmpty()) {
      for (Switch each : Switches.all()) {
        String value = turned.getOrDefault(each.name(), each.usual());
        if (each.turn().isPresent() && !value.equals(each.usual())) {
          Function<MockRequest, MockAnswer> further = way;
          way = request -> turn(each, value, exchange.with(request), further);
        }
      }
    }
    return way.apply(exchange.request());
  }

  private MockAnswer turn(
      Switch which, String value, Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    TurnedCall call = new TurnedCall(exchange, rest);
    MockAnswer answer = which.turn().orElseThrow().answer(call, value);
    if (!call.isAnother(answer)) {
      return answer;
    }
    Switches.note(which, value, exchange.api(), answer.trace());
    return call.isRemade(answer) ? checked(which, exchange, call, answer) : answer;
  }

  /** What did not fit before, such as the answer of a deviation, need not fit now. */
  private MockAnswer checked(Switch which, Exchange exchange, TurnedCall call, MockAnswer answer) {
    AnswerCheck check = checks.get(exchange.api());
    return exchange
        .operation()
        .filter(
            operation ->
                call.last()
                    .filter(before -> !check.violations(operation, before).isEmpty())
                    .isEmpty())
        .map(operation -> check.checked(operation, answer, which.mayBreak()))
        .orElse(answer);
  }
}
