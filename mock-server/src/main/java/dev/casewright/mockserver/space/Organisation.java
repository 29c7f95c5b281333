package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The Emedgene organisation of a space.
 *
 * @param detail what every case tells of it
 * @param users its users; the first one is who logs in
 * @param customStatuses the statuses between delivered and finalized that it has defined
 * @param labels the texts of its labels by id
 * @param geneLists the names of its gene lists by id
 */
public record Organisation(
    ObjectNode detail,
    List<OrgUser> users,
    List<String> customStatuses,
    Map<Long, String> labels,
    Map<Long, String> geneLists) {

  /** Copies the collections. */
  public Organisation {
    users = List.copyOf(users);
    customStatuses = List.copyOf(customStatuses);
    labels = Map.copyOf(labels);
    geneLists = Map.copyOf(geneLists);
  }

  /**
   * The user who logs in, creates cases and signs them.
   *
   * @return the user
   */
  public OrgUser demoUser() {
    return users.get(0);
  }

  @Override
  public String toString() {
    return "organisation of " + users.size() + " users";
  }
}
