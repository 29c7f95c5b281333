package dev.casewright.conformance.check;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All requirements of both APIs by their ids. Immutable. */
public final class RequirementIndex {

  private final Map<String, Requirement> byId = new LinkedHashMap<>();

  /** Reads the registers that come with the contract. */
  public RequirementIndex() {
    Stream.of(Api.values())
        .flatMap(api -> RequirementRegister.of(api).requirements().stream())
        .forEach(requirement -> byId.put(requirement.id(), requirement));
  }

  /**
   * All requirements.
   *
   * @return them in the order of the registers, Opal's first
   */
  public Collection<Requirement> all() {
    return List.copyOf(byId.values());
  }

  /**
   * The API that a requirement is about.
   *
   * @param requirement the requirement
   * @return its API
   */
  public Api apiOf(Requirement requirement) {
    return Stream.of(Api.values())
        .filter(api -> requirement.id().startsWith(api.requirementPrefix()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(requirement.id() + " is of no API."));
  }

  Requirement named(String id, String check) {
    Requirement requirement = Claim.isClaim(id) ? Claim.named(id) : byId.get(id);
    if (requirement == null) {
      throw new WrongDeclarationException(check + " verifies " + id + ", which no register has.");
    }
    return requirement;
  }
}
