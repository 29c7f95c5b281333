package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;

/**
 * A user of an Emedgene organisation.
 *
 * @param id the number that participants are assigned by
 * @param name the name
 * @param email the e-mail address
 */
public record OrgUser(long id, String name, String email) {

  ObjectNode idAndName() {
    return Json.object().put("id", id).put("name", name);
  }

  @Override
  public String toString() {
    return "user " + id;
  }
}
