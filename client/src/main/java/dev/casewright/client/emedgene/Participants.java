package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.OrgUser;
import dev.casewright.client.json.MaskedJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds users and assigns them to cases (Emedgene page, Assigning Participants). Thread-safe. Every
 * method blocks until the answer is there or its time is over, and throws a {@link
 * dev.casewright.client.error.CasewrightException} of its cause.
 */
public interface Participants {
  /**
   * Lists the users of the organisation (Emedgene page, Assigning Participants). May be repeated.
   *
   * @return the users
   */
  List<OrgUser> orgUsers();

  /**
   * Finds the ids of users by their e-mail addresses. May be repeated.
   *
   * @param emails the addresses, spelt as the server spells them
   * @return address to id, in the order of the addresses; without those that no user has
   */
  Map<String, Long> findUserIdsByEmail(Collection<String> emails);

  /**
   * Assigns users to a case (Emedgene page, Assigning Participants). Whether it may be repeated is
   * not documented, so the client never does; read the case first.
   *
   * @param caseName the name of the case
   * @param userIds the ids of the users
   * @return what the server says; its form is not public, and it may be missing
   * @throws IllegalArgumentException if the name is blank, or cannot stand in a path; nothing is
   *     sent then
   * @throws dev.casewright.client.error.OutcomeUnknownException if no answer came, so that they may
   *     have been assigned
   */
  MaskedJson assignParticipants(String caseName, Collection<Long> userIds);
}
