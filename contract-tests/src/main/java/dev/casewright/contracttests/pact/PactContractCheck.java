package dev.casewright.contracttests.pact;

import dev.casewright.openapi.Answer;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.RequestParts;
import dev.casewright.openapi.check.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that an interaction fits the contract: without it a pact could ask for, and the mock could
 * learn to give, what no vendor ever promised.
 *
 * <p>A request that the interaction expects to be refused with 400 or 422 may break the contract;
 * every other request fits it, and sends no query parameter that the contract does not know.
 */
public final class PactContractCheck {

  private static final Set<Integer> REFUSALS_OF_BAD_REQUESTS = Set.of(400, 404, 422);

  private final Contract contract;
  private final ContractCheck check;

  /**
   * Prepares the check of one contract.
   *
   * @param contract the contract
   */
  public PactContractCheck(Contract contract) {
    this.contract = contract;
    this.check = new ContractCheck(contract);
  }

  /**
   * Checks one interaction.
   *
   * @param interaction an interaction with a provider of this contract
   * @return sentences that name the place in the pact and the place in the contract; empty if it
   *     fits
   */
  public List<String> check(PactInteraction interaction) {
    Optional<Operation> found = contract.find(interaction.method(), interaction.path());
    if (found.isEmpty()) {
      return List.of(
          place(interaction)
              + ": "
              + interaction.method()
              + " "
              + interaction.path()
              + " is not in /paths of the contract of "
              + contract.api().id());
    }
    Operation operation = found.get();
    List<String> mismatches = new ArrayList<>();
    if (!operation.id().equals(interaction.operation())) {
      mismatches.add(
          place(interaction)
              + ": refers to "
              + interaction.operation()
              + " but its request is one of "
              + operation);
    }
    checkRequirements(interaction, operation, mismatches);
    checkRequest(interaction, operation, mismatches);
    checkAnswer(interaction, operation, mismatches);
    return mismatches;
  }

  private void checkRequirements(
      PactInteraction interaction, Operation operation, List<String> mismatches) {
    if (interaction.requirements().isEmpty()) {
      mismatches.add(place(interaction) + ": refers to no requirement of " + operation);
    }
  }

  private void checkRequest(
      PactInteraction interaction, Operation operation, List<String> mismatches) {
    if (REFUSALS_OF_BAD_REQUESTS.contains(interaction.answer().status())) {
      return;
    }
    Map<String, String> path = operation.path().match(interaction.path()).orElseThrow();
    check
        .request(
            operation,
            new RequestParts(path, interaction.query(), interaction.headers(), interaction.body()))
        .forEach(
            violation ->
                mismatches.add(place(interaction) + ", request " + violation + " by " + operation));
    Set<String> unknown = new HashSet<>(interaction.query().keySet());
    unknown.removeAll(
        operation.parameters(Parameter.Place.QUERY).stream()
            .map(Parameter::name)
            .collect(Collectors.toSet()));
    unknown.forEach(
        name ->
            mismatches.add(
                place(interaction)
                    + ", request query "
                    + name
                    + " is not declared by "
                    + operation));
  }

  private void checkAnswer(
      PactInteraction interaction, Operation operation, List<String> mismatches) {
    check.answer(operation, interaction.answer()).stream()
        .filter(violation -> !isLeftOut(interaction, violation))
        .forEach(
            violation ->
                mismatches.add(place(interaction) + ", answer " + violation + " by " + operation));
    Answer declared = operation.answers().get(interaction.answer().status());
    if (declared != null && declared.plainHttpOnly() != interaction.isPlainHttp()) {
      mismatches.add(
          place(interaction)
              + ": the answer "
              + declared.status()
              + " of "
              + operation
              + (declared.plainHttpOnly() ? " comes without TLS only" : " comes over TLS only"));
    }
  }

  /** A pact names only what the client needs: it may leave out the body, and any header. */
  private static boolean isLeftOut(PactInteraction interaction, Violation violation) {
    boolean header = violation.place().startsWith("header ");
    boolean bodyLeftOut = interaction.answer().body().length == 0;
    return (header && violation.kind() == Violation.Kind.MISSING)
        || (violation.place().equals("header content-type") && bodyLeftOut)
        || (violation.place().equals("body") && bodyLeftOut);
  }

  private static String place(PactInteraction interaction) {
    return interaction.file() + " \"" + interaction.description() + "\"";
  }
}
