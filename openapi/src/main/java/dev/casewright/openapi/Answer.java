package dev.casewright.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer that the contract declares for an operation.
 *
 * @param status the status code
 * @param plainHttpOnly whether only the plain HTTP listener gives it
 * @param evidence how surely it is known that this status comes
 * @param content the JSON pointer of the body's schema by media type; empty if the body is empty
 * @param requiredHeaders names of the headers that the answer must carry, in lower case
 * @param requirements ids of the requirements that the document names at this answer
 */
public record Answer(
    int status,
    boolean plainHttpOnly,
    Evidence evidence,
    Map<String, String> content,
    Set<String> requiredHeaders,
    List<String> requirements) {

  /** Copies the collections. */
  public Answer {
    content = Map.copyOf(content);
    requiredHeaders = Set.copyOf(requiredHeaders);
    requirements = List.copyOf(requirements);
  }
}
