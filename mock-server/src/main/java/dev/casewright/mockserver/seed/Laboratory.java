package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workspace and the organisation of a seed pack, as its files number them. Immutable. */
final class Laboratory {

  private final long workspaceId;
  private final Organisation organisation;

  Laboratory(JsonNode document) {
    this.workspaceId = document.at("/workspace/id").asLong();
    JsonNode seeded = document.path("organisation");
    List<OrgUser> users = new ArrayList<>();
    for (JsonNode user : seeded.path("users")) {
      users.add(
          new OrgUser(
              user.path("id").asLong(), user.path("name").asText(), user.path("email").asText()));
    }
    this.organisation =
        new Organisation(
            (ObjectNode) seeded.get("detail"),
            users,
            seeded.path("custom_statuses").valueStream().map(JsonNode::asText).toList(),
            namesById(seeded.path("labels")),
            namesById(seeded.path("gene_lists")));
  }

  long workspaceId() {
    return workspaceId;
  }

  /** With the users of the files. */
  Organisation organisation() {
    return organisation;
  }

  /** With the users of one space, in the same order. */
  Organisation organisation(SpaceNumbers numbers) {
    return new Organisation(
        organisation.detail(),
        organisation.users().stream()
            .map(
                user ->
                    new OrgUser(
                        numbers.userId(user.id()), user.name(), numbers.email(user.email())))
            .toList(),
        organisation.customStatuses(),
        organisation.labels(),
        organisation.geneLists());
  }

  /** The place of a user among those of the organisation, which is the same in all spaces. */
  int placeOf(long userId) {
    List<OrgUser> users = organisation.users();
    for (int place = 0; place < users.size(); place++) {
      if (users.get(place).id() == userId) {
        return place;
      }
    }
    throw new InvalidSeedException(
        "cases.yaml names a user " + userId + " who is not in laboratory.yaml. Add one.");
  }

  private static Map<Long, String> namesById(JsonNode entries) {
    Map<Long, String> names = new LinkedHashMap<>();
    entries.forEach(entry -> names.put(entry.path("id").asLong(), entry.path("name").asText()));
    return names;
  }
}
