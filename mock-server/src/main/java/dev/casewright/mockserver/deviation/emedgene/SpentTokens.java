package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.List;
import java.util.Map;

/**
 * Lets a token through as often as the login gave it, which within one second it does more than
 * once.
 */
final class SpentTokens {

  private SpentTokens() {}

  static MockAnswer answer(DeviantCall call) {
    if (call.operation().equals("login")) {
      MockAnswer answer = call.usual();
      answer
          .json()
          .map(body -> Digest.of(body.path("access_token").asText()))
          .ifPresent(token -> call.withNotes(left -> add(left, token, 1)));
      return answer;
    }
    List<String> tokens = call.goodTokens().stream().distinct().map(Digest::of).toList();
    boolean allowed = tokens.isEmpty() || call.withNotes(left -> spend(left, tokens));
    return allowed ? call.usual() : call.refusal(401);
  }

  /** A token that was not seen yet may be used once. */
  private static boolean spend(Map<String, String> left, List<String> tokens) {
    boolean isLeft = tokens.stream().allMatch(token -> left(left, token, 1) > 0);
    if (isLeft) {
      tokens.forEach(token -> left.put(token, "" + (left(left, token, 1) - 1)));
    }
    return isLeft;
  }

  private static int add(Map<String, String> left, String token, int uses) {
    int now = left(left, token, 0) + uses;
    left.put(token, "" + now);
    return now;
  }

  private static int left(Map<String, String> left, String token, int unseen) {
    return Integer.parseInt(left.getOrDefault(token, "" + unseen));
  }
}
