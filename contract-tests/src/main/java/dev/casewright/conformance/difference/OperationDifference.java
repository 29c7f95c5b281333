package dev.casewright.conformance.difference;

import dev.casewright.openapi.Api;
import java.util.List;

/**
 * How an operation changed, and what that touches.
 *
 * @param api the API
 * @param operation the {@code operationId}; the client has a method of this name
 * @param changes what changed; at least one thing
 * @param requirements the ids of the requirements that are about it, before or after, in order
 * @param pacts the interactions that refer to it: the name of the file and the description
 */
public record OperationDifference(
    Api api,
    String operation,
    List<Change> changes,
    List<String> requirements,
    List<String> pacts) {

  /** Keeps copies of the lists. */
  public OperationDifference {
    changes = List.copyOf(changes);
    requirements = List.copyOf(requirements);
    pacts = List.copyOf(pacts);
  }

  /**
   * Whether it can break a client.
   *
   * @return true if one of its changes can
   */
  public boolean isBreaking() {
    return changes.stream().anyMatch(Change::breaking);
  }
}
