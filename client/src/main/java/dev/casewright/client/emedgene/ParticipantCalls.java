package dev.casewright.client.emedgene;

import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.AssignParticipantsRequest;
import dev.casewright.client.emedgene.model.OrgUser;
import dev.casewright.client.emedgene.model.ParticipantAction;
import dev.casewright.client.emedgene.wire.ParticipantsApi;
import dev.casewright.client.emedgene.wire.UsersApi;
import dev.casewright.client.json.MaskedJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users and participants, over the wire. Thread-safe. */
final class ParticipantCalls implements Participants {
  private final UsersApi users;
  private final ParticipantsApi participants;

  ParticipantCalls(Wire wire) {
    this.users = wire.of(UsersApi.class);
    this.participants = wire.of(ParticipantsApi.class);
  }

  @Override
  public List<OrgUser> orgUsers() {
    return users.getOrgUsers().hits();
  }

  @Override
  public Map<String, Long> findUserIdsByEmail(Collection<String> emails) {
    List<OrgUser> all = orgUsers();
    Map<String, Long> ids = new LinkedHashMap<>();
    for (String email : emails) {
      all.stream()
          .filter(user -> user.email().equals(email))
          .forEach(user -> ids.put(email, user.id()));
    }
    return ids;
  }

  @Override
  public MaskedJson assignParticipants(String caseName, Collection<Long> userIds) {
    return new MaskedJson(
        participants.assignParticipants(
            caseName,
            AssignParticipantsRequest.builder()
                .action(ParticipantAction.ASSIGN)
                .ids(List.copyOf(userIds))
                .build()));
  }
}
