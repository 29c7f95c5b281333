package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;

/** Sets the status of a case, within the rules of who may set what (EMG-STAT-01 to EMG-STAT-15). */
final class StatusChange implements OperationHandler {

  @Override
  public MockAnswer handle(Call call) {
    String status = call.body().path("status").asText();
    call.ownSpace()
        .change(
            (state, now) -> {
              CaseFile file = CaseFinder.findInTrashToo(state, call);
              check(status, file, state);
              return new Space.Change<>(
                  state.with(file.withStatus(status, now, state.organisation().demoUser())),
                  file.name());
            });
    switch (status) {
      case CaseStatus.FINALIZED -> call.trace().follows("EMG-STAT-03");
      case CaseStatus.DELIVERED -> call.trace().follows("EMG-STAT-04");
      case CaseStatus.TRASH -> call.trace().follows("EMG-STAT-05");
      default -> call.trace().follows("EMG-STAT-01");
    }
    return MockAnswer.json(200, Json.object());
  }

  private static void check(String status, CaseFile file, SpaceState state) {
    if (CaseStatus.isOfTheSystem(status)) {
      throw new Refusal(
          400,
          "body/status: this status is set by the system only. Set delivered, a custom status,"
              + " finalized or move_to_trash.",
          "EMG-STAT-06",
          "EMG-STAT-07");
    }
    if (!CaseStatus.isKnown(status, state.organisation())) {
      throw new Refusal(
          400,
          "body/status: the organisation has no such status. It has delivered, finalized,"
              + " move_to_trash and "
              + String.join(", ", state.organisation().customStatuses())
              + ".",
          "EMG-STAT-08");
    }
    if (CaseStatus.isOfTheSystem(file.status())) {
      throw new Refusal(
          400,
          "The case is not delivered yet, and until then its status is set by the system. Wait for"
              + " delivered.",
          "EMG-STAT-09");
    }
  }
}
