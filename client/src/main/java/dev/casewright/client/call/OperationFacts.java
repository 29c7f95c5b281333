package dev.casewright.client.call;

/** What is known of the operations of an API, and has no place in the form of the contract. */
@FunctionalInterface
public interface OperationFacts {
  /**
   * Whether a refusal is about the state of the object, and not about the request.
   *
   * @param operation the {@code operationId}
   * @param status the HTTP status
   * @return true if the request was good, but the state of the object does not allow it
   */
  boolean isAboutState(String operation, int status);

  /**
   * How to find out whether a change whose answer was lost was carried out.
   *
   * @param operation the {@code operationId}
   * @return a text for people that names the operation to call and what to look at, without
   *     anything from a request or an answer
   */
  default String howToFindOut(String operation) {
    return "Read the object that it was to change.";
  }
}
