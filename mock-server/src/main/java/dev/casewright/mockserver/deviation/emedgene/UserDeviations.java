package dev.casewright.mockserver.deviation.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.space.OrgUser;
import java.util.List;
import java.util.function.Consumer;

/** How the requirements of the user list can be broken. */
final class UserDeviations {

  /** Stands for all others where there is one organisation only. */
  private static final OrgUser STRANGER =
      new OrgUser(999_999_999, "Strange Sample-Elsewhere", "stranger@elsewhere.example");

  private UserDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "EMG-USER-01",
            "The user list is answered with 206.",
            call -> {
              MockAnswer answer = call.usual();
              return answer.status() == 200 ? answer.withStatus(206) : answer;
            }),
        Deviation.broken(
            "EMG-USER-02",
            "The users stand in the array users.",
            call -> JsonEdits.edit(call.usual(), list -> JsonEdits.rename(list, "hits", "users"))),
        Deviation.broken(
            "EMG-USER-03",
            "Each user carries the id as user_id.",
            call -> eachUser(call, user -> JsonEdits.rename(user, "id", "user_id"))),
        Deviation.broken(
            "EMG-USER-04",
            "Each user carries the e-mail address as mail.",
            call -> eachUser(call, user -> JsonEdits.rename(user, "email", "mail"))),
        Deviation.wrong(
            "EMG-USER-05",
            "The list goes on with the users of the other organisations.",
            call ->
                JsonEdits.edit(
                    call.usual(),
                    list -> {
                      if (list.get("hits") instanceof ArrayNode hits) {
                        strangers(call).forEach(user -> add(hits, user));
                      }
                    })));
  }

  private static MockAnswer eachUser(DeviantCall call, Consumer<ObjectNode> edit) {
    return JsonEdits.edit(
        call.usual(),
        list -> {
          for (JsonNode user : list.path("hits")) {
            edit.accept((ObjectNode) user);
          }
        });
  }

  private static List<OrgUser> strangers(DeviantCall call) {
    List<OrgUser> strangers =
        call.otherSpaces().stream()
            .flatMap(space -> space.state().organisation().users().stream())
            .toList();
    return strangers.isEmpty() ? List.of(STRANGER) : strangers;
  }

  private static void add(ArrayNode hits, OrgUser user) {
    hits.addObject().put("id", user.id()).put("email", user.email());
  }
}
