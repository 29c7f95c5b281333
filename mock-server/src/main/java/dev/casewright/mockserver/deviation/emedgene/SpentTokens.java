package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a token through as often as the login gave it, which within one second it does more than
 * once. Thread-safe.
 */
final class SpentTokens {

  private static final int MOST = 10_000;

  /** How often each token may still be used; one that was not seen yet, once. */
  private final Map<String, Integer> left = new LinkedHashMap<>();

  SpentTokens() {}

  MockAnswer answer(DeviantCall call) {
    if (call.operation().equals("login")) {
      MockAnswer answer = call.usual();
      answer.json().ifPresent(body -> given(body.path("access_token").asText()));
      return answer;
    }
    List<String> tokens = call.goodTokens().stream().distinct().toList();
    return tokens.isEmpty() || spend(tokens) ? call.usual() : call.refusal(401);
  }

  private synchronized void given(String token) {
    left.merge(token, 1, Integer::sum);
    forgetOldest();
  }

  private synchronized boolean spend(List<String> tokens) {
    boolean isLeft = tokens.stream().allMatch(token -> left.getOrDefault(token, 1) > 0);
    if (isLeft) {
      tokens.forEach(token -> left.put(token, left.getOrDefault(token, 1) - 1));
      forgetOldest();
    }
    return isLeft;
  }

  private void forgetOldest() {
    while (left.size() > MOST) {
      left.remove(left.keySet().iterator().next());
    }
  }
}
