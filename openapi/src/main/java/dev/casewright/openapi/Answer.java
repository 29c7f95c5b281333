package dev.casewright.openapi;

import java.util.List;
import java.util.Map;

/**
 * An answer that the contract declares for an operation.
 *
 * @param status the status code
 * @param plainHttpOnly whether only the plain HTTP listener gives it
 * @param evidence how surely it is known that this status comes
 * @param content the JSON pointer of the body's schema by media type; empty if the body is empty
 * @param headers the headers that are declared for it, required or not
 * @param requirements ids of the requirements that the document names at this answer
 */
public record Answer(
    int status,
    boolean plainHttpOnly,
    Evidence evidence,
    Map<String, String> content,
    List<AnswerHeader> headers,
    List<String> requirements) {

  /** Copies the collections. */
  public Answer {
    content = Map.copyOf(content);
    headers = List.copyOf(headers);
    requirements = List.copyOf(requirements);
  }
}
