package dev.casewright.mockserver;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.ContractCheck;

/** What no server should do: an answer that breaks its own contract. */
public final class ContractBreach {

  private ContractBreach() {}

  public static void makeOneIn(MockServer server) {
    Contract contract = Contract.of(Api.OPAL);
    new AnswerCheck(
            new ContractCheck(contract), ErrorShape.of(Api.OPAL), server.assembly().breaches())
        .checked(
            contract.operations().stream()
                .filter(operation -> operation.id().equals("getReports"))
                .findFirst()
                .orElseThrow(),
            MockAnswer.json(200, Json.object().put("objects", "none")));
  }
}
