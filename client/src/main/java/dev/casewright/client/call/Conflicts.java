package dev.casewright.client.call;

/** Knows which refusals of an API are about the state of the object, and not about the request. */
@FunctionalInterface
public interface Conflicts {
  /**
   * Whether a refusal is about the state.
   *
   * @param operation the {@code operationId}
   * @param status the HTTP status
   * @return true if the request was good, but the state of the object does not allow it
   */
  boolean isAboutState(String operation, int status);
}
