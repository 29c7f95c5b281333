package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import java.util.List;

/** Assigns users to a case, beside those who are assigned already (EMG-PART-01 to EMG-PART-07). */
final class Participants implements OperationHandler {

  @Override
  public MockAnswer handle(Call call) {
    call.ownSpace()
        .change(
            (state, now) -> {
              CaseFile file = CaseFinder.findToChange(state, call);
              if (!call.body().path("action").asText().equals("assign")) {
                throw new Refusal(
                    400, "body/action: the only action is assign. Send that.", "EMG-PART-05");
              }
              List<OrgUser> users =
                  call.body().path("ids").valueStream().map(id -> user(state, id)).toList();
              return new Space.Change<>(state.with(file.withParticipants(users, now)), file.name());
            });
    return MockAnswer.json(200, Json.object());
  }

  private static OrgUser user(SpaceState state, JsonNode id) {
    return state.organisation().users().stream()
        .filter(user -> id.canConvertToLong() && user.id() == id.asLong())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "body/ids: no user of this organisation has one of these ids, so nobody was"
                        + " assigned. GET /api/user/org_users/ lists the users.",
                    "EMG-PART-04"));
  }
}
