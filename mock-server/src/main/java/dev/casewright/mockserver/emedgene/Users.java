package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;

/** The users of the caller's organisation (EMG-USER-01 to EMG-USER-05). */
final class Users implements OperationHandler {

  @Override
  public MockAnswer handle(Call call) {
    ObjectNode list = Json.object();
    ArrayNode hits = list.putArray("hits");
    call.ownSpace()
        .state()
        .organisation()
        .users()
        .forEach(user -> hits.addObject().put("id", user.id()).put("email", user.email()));
    return MockAnswer.json(200, list);
  }
}
