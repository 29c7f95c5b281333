package dev.casewright.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of a contract.
 *
 * @param api the API it belongs to
 * @param id its {@code operationId}
 * @param method the HTTP method in upper case
 * @param path its path
 * @param summary what it does, in one phrase
 * @param evidence how surely it is known
 * @param effect what calling it does to the server
 * @param idempotent whether calling it again changes nothing more
 * @param securitySchemes names of the schemes of which one suffices; empty if it needs no
 *     credentials
 * @param parameters its parameters, in the order of the document
 * @param bodySchema the JSON pointer of the schema of its JSON request body, if it takes one
 * @param bodyRequired whether it is refused without a body
 * @param answers the declared answers by status
 * @param requirements ids of all requirements named anywhere within the operation
 */
public record Operation(
    Api api,
    String id,
    String method,
    PathTemplate path,
    String summary,
    Evidence evidence,
    Effect effect,
    boolean idempotent,
    List<String> securitySchemes,
    List<Parameter> parameters,
    Optional<String> bodySchema,
    boolean bodyRequired,
    Map<Integer, Answer> answers,
    Set<String> requirements) {

  /** Copies the collections. */
  public Operation {
    securitySchemes = List.copyOf(securitySchemes);
    parameters = List.copyOf(parameters);
    answers = Map.copyOf(answers);
    requirements = Set.copyOf(requirements);
  }

  /**
   * The parameters that are sent in the given place.
   *
   * @param place the place
   * @return the parameters, in the order of the document
   */
  public List<Parameter> parameters(Parameter.Place place) {
    return parameters.stream().filter(parameter -> parameter.place() == place).toList();
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + path + ")";
  }
}
