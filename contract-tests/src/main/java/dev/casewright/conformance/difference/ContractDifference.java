package dev.casewright.conformance.difference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.contracttests.pact.PactInteraction;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What changed from one version of the contract to the next. Breaking is what can break a client
 * that kept to the version before: to allow less of what is sent, to promise less of what is
 * answered, or to answer what was excluded. Texts and examples are not compared, nor is what the
 * vendor sends by itself ({@code x-webhooks}).
 *
 * @param operations the operations that changed, in the order of the contracts
 * @param requirements what changed in the registers, as sentences by the ids of the requirements;
 *     empty if not both versions have a register
 */
public record ContractDifference(
    List<OperationDifference> operations, Map<String, String> requirements) {

  /** Keeps copies. */
  public ContractDifference {
    operations = List.copyOf(operations);
    requirements = Collections.unmodifiableMap(new TreeMap<>(requirements));
  }

  /**
   * Compares two versions.
   *
   * @param before the version of each API before
   * @param after the version of each API after
   * @param pacts the interactions of all pacts, to be named where an operation changed
   * @return the difference
   * @throws InvalidVersionException if the two are not of the same APIs
   */
  public static ContractDifference between(
      List<ContractVersion> before,
      List<ContractVersion> after,
      Collection<PactInteraction> pacts) {
    Map<Api, ContractVersion> old = byApi(before);
    Map<Api, ContractVersion> now = byApi(after);
    if (!old.keySet().equals(now.keySet())) {
      throw new InvalidVersionException(
          "The two versions are not of the same APIs: " + old.keySet() + " and " + now.keySet(),
          null);
    }
    List<OperationDifference> operations = new ArrayList<>();
    Map<String, String> requirements = new TreeMap<>();
    old.forEach(
        (api, version) -> {
          operations.addAll(operations(version, now.get(api), pacts));
          requirements.putAll(requirements(version, now.get(api)));
        });
    return new ContractDifference(operations, requirements);
  }

  private static Map<Api, ContractVersion> byApi(List<ContractVersion> versions) {
    Map<Api, ContractVersion> byApi = new TreeMap<>();
    versions.forEach(version -> byApi.put(version.contract().api(), version));
    return byApi;
  }

  private static List<OperationDifference> operations(
      ContractVersion before, ContractVersion after, Collection<PactInteraction> pacts) {
    Map<String, Operation> old = byId(before.contract());
    Map<String, Operation> now = byId(after.contract());
    Set<String> ids = new LinkedHashSet<>(old.keySet());
    ids.addAll(now.keySet());
    List<OperationDifference> differences = new ArrayList<>();
    for (String id : ids) {
      List<Change> changes = changes(before, after, old.get(id), now.get(id));
      if (!changes.isEmpty()) {
        differences.add(
            new OperationDifference(
                after.contract().api(),
                id,
                changes,
                requirementsOf(id, before, after, old.get(id), now.get(id)),
                pacts.stream()
                    .filter(each -> each.operation().equals(id))
                    .map(each -> each.file() + ": " + each.description())
                    .toList()));
      }
    }
    return differences;
  }

  private static Map<String, Operation> byId(Contract contract) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    contract.operations().forEach(each -> operations.put(each.id(), each));
    return operations;
  }

  private static List<Change> changes(
      ContractVersion before, ContractVersion after, Operation old, Operation now) {
    if (old == null) {
      return List.of(new Change(false, "", "the operation is new"));
    }
    return now == null
        ? List.of(new Change(true, "", "the operation is gone"))
        : new OperationComparison(before.contract(), after.contract()).compare(old, now);
  }

  private static List<String> requirementsOf(
      String operation,
      ContractVersion before,
      ContractVersion after,
      Operation old,
      Operation now) {
    Set<String> ids = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(version -> version.register().stream())
        .flatMap(register -> register.requirements().stream())
        .filter(each -> each.operations().contains(operation))
        .forEach(each -> ids.add(each.id()));
    Stream.of(Optional.ofNullable(old), Optional.ofNullable(now))
        .flatMap(Optional::stream)
        .forEach(each -> ids.addAll(each.requirements()));
    return List.copyOf(ids);
  }

  private static Map<String, String> requirements(ContractVersion before, ContractVersion after) {
    Map<String, String> changes = new TreeMap<>();
    if (before.register().isEmpty() || after.register().isEmpty()) {
      return changes;
    }
    RequirementRegister old = before.register().get();
    RequirementRegister now = after.register().get();
    for (Requirement each : old.requirements()) {
      String change =
          now.find(each.id()).map(next -> change(each, next)).orElse("The requirement is gone.");
      if (!change.isEmpty()) {
        changes.put(each.id(), change);
      }
    }
    now.requirements().stream()
        .filter(each -> old.find(each.id()).isEmpty())
        .forEach(each -> changes.put(each.id(), "The requirement is new."));
    return changes;
  }

  private static String change(Requirement old, Requirement now) {
    List<String> changes = new ArrayList<>();
    if (!old.sentence().equals(now.sentence())) {
      changes.add("It says something else.");
    }
    if (old.evidence() != now.evidence()) {
      changes.add("Its evidence was " + old.evidence() + ", is " + now.evidence() + ".");
    }
    return String.join(" ", changes);
  }

  /**
   * Whether it can break a client.
   *
   * @return true if the change of an operation can
   */
  public boolean isBreaking() {
    return operations.stream().anyMatch(OperationDifference::isBreaking);
  }

  /**
   * For people.
   *
   * @return Markdown, the same for the same difference
   */
  public String markdown() {
    return DifferenceText.of(this);
  }

  /**
   * As JSON: {@code breaking}, {@code operations} and {@code requirements}, with the parts of
   * {@link OperationDifference} and {@link Change}.
   *
   * @return a tree that the caller may change
   */
  public ObjectNode json() {
    return DifferenceJson.of(this);
  }
}
