package dev.casewright.openapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Requirement;
import dev.casewright.openapi.RequirementRegister;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Document and register know each other: no id without an entry, no entry without a place. */
final class RegisterRules {

  private final Contract contract;
  private final RequirementRegister register;
  private final List<Finding> findings = new ArrayList<>();

  private RegisterRules(Contract contract, RequirementRegister register) {
    this.contract = contract;
    this.register = register;
  }

  static List<Finding> check(Contract contract, RequirementRegister register) {
    return new RegisterRules(contract, register).check();
  }

  private List<Finding> check() {
    Map<String, String> named = namedInDocument();
    named.forEach(
        (id, place) -> {
          if (register.find(id).isEmpty()) {
            add(place, "names " + id + ", which the register does not have");
          }
        });
    Set<String> operations =
        contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
    contract.document().path("x-webhooks").findValuesAsText("operationId").forEach(operations::add);
    for (Requirement requirement : register.requirements()) {
      checkEntry(requirement, operations);
      if (!named.containsKey(requirement.id())) {
        add(requirement.id(), "is named nowhere in the document");
      }
    }
    return findings;
  }

  private void checkEntry(Requirement requirement, Set<String> operations) {
    String id = requirement.id();
    if (!id.matches(contract.api().requirementPrefix() + "[A-Z]+-\\d{2}")) {
      add(id, "an id reads " + contract.api().requirementPrefix() + "AREA-NN");
    }
    if (!requirement.sentence().endsWith(".")) {
      add(id, "a sentence ends with a full stop");
    }
    for (String operation : requirement.operations()) {
      if (!operation.equals("*") && !operations.contains(operation)) {
        add(id, "names the operation " + operation + ", which the document does not have");
      }
    }
    for (String follower : requirement.follows()) {
      if (follower.equals(id) || register.find(follower).isEmpty()) {
        add(id, "follows names " + follower + ", which is not another entry");
      }
    }
  }

  private Map<String, String> namedInDocument() {
    Map<String, String> named = new LinkedHashMap<>();
    DocumentNodes.forEachNode(
        "",
        contract.document(),
        (pointer, node) -> {
          JsonNode ids = node.path("x-requirements");
          if (!pointer.endsWith("/properties")) {
            ids.forEach(id -> named.putIfAbsent(id.asText(), pointer));
          }
        });
    return named;
  }

  private void add(String place, String rule) {
    findings.add(new Finding(place, rule));
  }
}
