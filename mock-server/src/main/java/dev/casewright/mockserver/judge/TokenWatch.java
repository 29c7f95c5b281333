package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.exchange.Digest;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import java.util.List;

/** A token that got 401 does not get better. */
final class TokenWatch implements Watch {

  private final Remembered<Boolean> refused = new Remembered<>();

  @Override
  public boolean breaks(Visit visit) {
    return tokensOf(visit).stream().anyMatch(refused::containsKey);
  }

  @Override
  public void answered(Visit visit, MockAnswer answer) {
    if (answer.status() == 401 && Visit.arrives(answer)) {
      tokensOf(visit).forEach(token -> refused.put(token, true));
    }
  }

  private static List<String> tokensOf(Visit visit) {
    return visit.api() == Api.EMEDGENE
        ? EmedgeneGate.tokensOf(visit.request()).map(Digest::of).toList()
        : List.of();
  }
}
