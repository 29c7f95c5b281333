package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.List;

/** The users of the organisation. */
final class EmedgeneUsers {

  private static final String LIST = "/api/user/org_users/";

  private final EmedgeneTarget target;

  EmedgeneUsers(EmedgeneTarget target) {
    this.target = target;
  }

  List<JsonNode> all() {
    return EmedgeneTarget.entriesOf(target.get(LIST));
  }

  /** The ids of at least two users; without them the check is skipped. */
  List<Long> ids() {
    List<Long> ids = known().ids();
    assumeTrue(ids.size() > 1, "The organisation has fewer than two users with an id.");
    return ids;
  }

  /** An id, of a user if one is known. */
  long anId() {
    List<Long> ids = known().ids();
    return ids.isEmpty() ? 1 : ids.get(0);
  }

  private Known known() {
    return target.memory().kept("users", Known.class, () -> new Known(idsListed()));
  }

  private List<Long> idsListed() {
    Answer list = target.get(LIST);
    if (list.status() >= 400) {
      abort("The list of users is refused.");
    }
    return EmedgeneTarget.entriesOf(list).stream()
        .map(EmedgeneAnswers::idIn)
        .filter(id -> id > 0)
        .toList();
  }

  private record Known(List<Long> ids) {}
}
