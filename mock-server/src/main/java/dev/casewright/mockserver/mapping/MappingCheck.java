package dev.casewright.mockserver.mapping;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.check.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the answers of users' own mappings against the contract of the operation that the request
 * fits, and counts those that break it. They are never replaced. Thread-safe.
 */
public final class MappingCheck {

  private final Map<Api, Contract> contracts;
  private final Map<Api, AnswerCheck> checks;
  private final MappingBreaches breaches;

  /**
   * A check.
   *
   * @param contracts know the operations
   * @param checks check answers
   * @param breaches counts those that break the contract
   */
  public MappingCheck(
      Map<Api, Contract> contracts, Map<Api, AnswerCheck> checks, MappingBreaches breaches) {
    this.contracts = Map.copyOf(contracts);
    this.checks = Map.copyOf(checks);
    this.breaches = breaches;
  }

  /**
   * Checks an answer.
   *
   * @param method the method of the request
   * @param path its path as sent, percent-encoded, without query
   * @param answer the answer
   * @return the first place that breaks the contract; nothing if it fits, or if the request fits no
   *     operation
   */
  public Optional<String> firstBreach(String method, String path, MockAnswer answer) {
    Api api = ErrorShape.apiAt(path);
    return contracts
        .get(api)
        .find(method, path)
        .flatMap(
            operation -> {
              List<Violation> violations = checks.get(api).violations(operation, answer);
              if (!violations.isEmpty()) {
                breaches.add(operation.id(), violations);
              }
              return violations.stream().map(Violation::place).findFirst();
            });
  }
}
