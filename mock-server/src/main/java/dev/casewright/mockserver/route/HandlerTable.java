package dev.casewright.mockserver.route;

import dev.casewright.openapi.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One handler for each operation of the contracts: the contract is the router. */
public final class HandlerTable {

  private final Map<String, OperationHandler> handlers;

  private HandlerTable(Map<String, OperationHandler> handlers) {
    this.handlers = handlers;
  }

  /**
   * Binds handlers to the operations of contracts.
   *
   * @param contracts the contracts
   * @param handlers the handlers by operationId
   * @return the table
   * @throws InvalidContractException if an operation has no handler, a handler has no operation, or
   *     two contracts share an operationId
   */
  public static HandlerTable bind(
      Collection<Contract> contracts, Map<String, OperationHandler> handlers) {
    List<String> operations =
        contracts.stream()
            .flatMap(contract -> contract.operations().stream())
            .map(operation -> operation.id())
            .toList();
    List<String> problems = new ArrayList<>();
    Set<String> twice =
        operations.stream()
            .filter(id -> operations.indexOf(id) != operations.lastIndexOf(id))
            .collect(Collectors.toSet());
    twice.forEach(id -> problems.add("two contracts have an operation " + id));
    operations.stream()
        .filter(id -> !handlers.containsKey(id))
        .forEach(id -> problems.add("operation " + id + " has no handler"));
    handlers.keySet().stream()
        .filter(id -> !operations.contains(id))
        .forEach(id -> problems.add("handler " + id + " has no operation in a contract"));
    if (!problems.isEmpty()) {
      throw new InvalidContractException(
          "The contracts and the handlers of the mock server do not fit together: "
              + String.join("; ", problems)
              + ". Add what is missing or take away what is too much.");
    }
    return new HandlerTable(new LinkedHashMap<>(handlers));
  }

  /**
   * The handler of an operation.
   *
   * @param operationId the operation
   * @return its handler
   */
  public OperationHandler handlerOf(String operationId) {
    return handlers.get(operationId);
  }
}
