package dev.casewright.mockserver.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed credentials and contract, as a handler sees it.
 *
 * @param operation the operation that is called
 * @param path the decoded values of the path variables
 * @param query the decoded values of the query parameters
 * @param body the JSON body; a missing node if the operation takes none or none came
 * @param caller who calls; nobody for operations without credentials
 * @param space the state that the caller works on; nothing for operations without credentials
 * @param trace takes notes of why the call gets the answer that it gets
 */
public record Call(
    Operation operation,
    Map<String, String> path,
    Map<String, List<String>> query,
    JsonNode body,
    Optional<Caller> caller,
    Optional<Space> space,
    Trace trace) {

  /**
   * The value of a path variable.
   *
   * @param name its name in the contract
   * @return the decoded value
   */
  public String variable(String name) {
    return path.get(name);
  }

  /**
   * The first value of a query parameter.
   *
   * @param name its name
   * @return the value; nothing if the parameter did not come
   */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * Whether a query parameter says true, in upper or lower case.
   *
   * @param name its name
   * @return false too if it did not come
   */
  public boolean isTrue(String name) {
    return parameter(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /**
   * The state that the caller works on.
   *
   * @return the space
   * @throws IllegalStateException if the operation needs no credentials
   */
  public Space ownSpace() {
    return space.orElseThrow(
        () -> new IllegalStateException(operation.id() + " is called without credentials."));
  }

  @Override
  public String toString() {
    return "call of " + operation.id();
  }
}
