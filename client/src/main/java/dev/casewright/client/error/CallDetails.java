package dev.casewright.client.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a call that failed.
 *
 * @param operation the {@code operationId} of the contract
 * @param status the HTTP status, if the server answered
 * @param elapsed the time from the start of the call to its failure
 * @param outcomeUnknown whether a change may have happened on the server although the call failed
 * @param serverMessage the server's own words, if it sent any; they may be about a patient
 */
public record CallDetails(
    String operation,
    OptionalInt status,
    Duration elapsed,
    boolean outcomeUnknown,
    Optional<String> serverMessage) {

  /** Leaves out the server's own words. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(operation);
    status.ifPresent(code -> text.append(", HTTP ").append(code));
    return text.append(", ").append(elapsed.toMillis()).append(" ms").toString();
  }
}
