package dev.casewright.mockserver.switches;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What more than one switch does. */
final class Turns {

  private Turns() {}

  /** Another status for refusals that follow from one of the given requirements. */
  static Switch.Turn status(String... requirements) {
    return (call, value) -> {
      MockAnswer usual = call.usual();
      boolean meant =
          isRefusal(usual) && Arrays.stream(requirements).anyMatch(usual.trace()::followsFrom);
      return meant ? withStatus(usual, value) : usual;
    };
  }

  /** Another body for successful answers of the given operations. */
  static Switch.Turn body(List<String> operations, Function<JsonNode, Optional<JsonNode>> change) {
    return (call, value) -> {
      MockAnswer usual = call.usual();
      boolean meant =
          call.isOf(operations.toArray(String[]::new))
              && usual.status() >= 200
              && usual.status() < 300;
      return meant ? withBody(usual, change) : usual;
    };
  }

  static MockAnswer withBody(MockAnswer usual, Function<JsonNode, Optional<JsonNode>> change) {
    return usual
        .json()
        .flatMap(change)
        .map(changed -> usual.withBody(Json.bytes(changed)))
        .orElse(usual);
  }

  /** Whether the mock refused, and not a fault or a deviation. */
  static boolean isRefusal(MockAnswer answer) {
    return answer.trace().isRefused() && answer.status() >= 400 && answer.status() < 500;
  }

  static boolean isOpal(TurnedCall call) {
    return call.api() == Api.OPAL;
  }

  /** A refusal with 401 has a challenge, one with another status has none. */
  static MockAnswer withStatus(MockAnswer usual, String status) {
    int code = Integer.parseInt(status);
    return usual.status() == code
        ? usual
        : usual.withStatus(code).withoutHeader("WWW-Authenticate");
  }
}
