package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;

/** One case: whole, in short, and its tagged variants. */
final class CaseReading {

  MockAnswer detail(Call call) {
    return call.ownSpace()
        .readCase(
            CaseFinder.name(call),
            state -> {
              CaseFile file = CaseFinder.find(state, call);
              if (file.status().equals(CaseStatus.FINALIZED)) {
                call.trace().follows("EMG-GET-12");
              }
              return MockAnswer.json(200, file.detail(state.organisation()));
            });
  }

  MockAnswer info(Call call) {
    return call.ownSpace()
        .readCase(
            CaseFinder.name(call),
            state -> MockAnswer.json(200, CaseFinder.find(state, call).info()));
  }

  /** Before it is delivered, a case has no variants to tag. */
  MockAnswer candidates(Call call) {
    CaseFile file = CaseFinder.find(call.ownSpace().state(), call);
    ObjectNode answer = Json.object();
    answer.set(
        "variants", CaseStatus.isOfTheSystem(file.status()) ? Json.array() : file.candidates());
    return MockAnswer.json(200, answer);
  }
}
