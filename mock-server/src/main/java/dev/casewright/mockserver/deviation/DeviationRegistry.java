package dev.casewright.mockserver.deviation;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.route.InvalidContractException;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All deviations by the requirement that they break. Immutable. */
public final class DeviationRegistry {

  private final Map<String, Deviation> deviations;
  private final Map<String, Registered> requirements;

  private DeviationRegistry(
      Map<String, Deviation> deviations, Map<String, Registered> requirements) {
    this.deviations = deviations;
    this.requirements = requirements;
  }

  /**
   * Puts deviations beside the requirements that they break.
   *
   * @param registers the registers of requirements
   * @param deviations the deviations
   * @return the registry
   * @throws InvalidContractException if a deviation has no requirement, or a requirement two of
   *     them
   */
  public static DeviationRegistry of(
      Collection<RequirementRegister> registers, Collection<Deviation> deviations) {
    Map<String, Registered> requirements = new LinkedHashMap<>();
    registers.forEach(
        register ->
            register
                .requirements()
                .forEach(
                    requirement ->
                        requirements.put(
                            requirement.id(), new Registered(register.api(), requirement))));
    Map<String, Deviation> byRequirement = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Deviation deviation : deviations) {
      String id = deviation.requirement();
      if (!requirements.containsKey(id)) {
        problems.add(id + " has a deviation but stands in no register");
      }
      if (byRequirement.put(id, deviation) != null) {
        problems.add(id + " has two deviations");
      }
    }
    refuse(problems);
    return new DeviationRegistry(byRequirement, requirements);
  }

  /**
   * Makes sure that every requirement of a register that can be tested has its deviation.
   *
   * @param register the register
   * @return this registry
   * @throws InvalidContractException if one is missing
   */
  public DeviationRegistry covering(RequirementRegister register) {
    refuse(
        register.requirements().stream()
            .filter(requirement -> requirement.reasonUntestable().isEmpty())
            .filter(requirement -> !deviations.containsKey(requirement.id()))
            .map(requirement -> requirement.id() + " has no deviation")
            .toList());
    return this;
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidContractException(
          "The registers and the deviations of the mock server do not fit together: "
              + String.join("; ", problems)
              + ". Add what is missing or take away what is too much.");
    }
  }

  /**
   * All deviations, in the order in which they were given.
   *
   * @return an unmodifiable list
   */
  public List<Deviation> all() {
    return List.copyOf(deviations.values());
  }

  /**
   * The requirements that can be broken.
   *
   * @return their ids, in the order of the deviations
   */
  public Set<String> ids() {
    return Collections.unmodifiableSet(deviations.keySet());
  }

  /**
   * The deviation that breaks a requirement.
   *
   * @param requirement the id of the requirement
   * @return the deviation; nothing if there is no such requirement or it cannot be tested
   */
  public Optional<Deviation> find(String requirement) {
    return Optional.ofNullable(deviations.get(requirement));
  }

  /** Whether a deviation acts on an exchange: on every one with an operation of its requirement. */
  boolean actsOn(Deviation deviation, Exchange exchange) {
    Requirement broken = requirements.get(deviation.requirement()).requirement();
    boolean here =
        requirements.get(deviation.requirement()).api() == exchange.api()
            && deviation.atRedirect() == (exchange.request().entrance() == Entrance.REDIRECT);
    return here
        && (broken.operations().contains("*")
            || exchange
                .operation()
                .filter(operation -> broken.operations().contains(operation.id()))
                .isPresent());
  }

  private record Registered(Api api, Requirement requirement) {}
}
