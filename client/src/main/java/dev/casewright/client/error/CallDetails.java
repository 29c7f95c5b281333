package dev.casewright.client.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a call that failed. Immutable and thread-safe.
 *
 * @param operation the {@code operationId} of the contract
 * @param status the HTTP status, if the server answered
 * @param correlationId the id that its requests were sent with
 * @param attempts how many requests were sent
 * @param elapsed the time from the start of the call to its failure
 * @param outcome what the call did to the server
 * @param howToFindOut how to find out whether a change was carried out; empty if nothing was
 *     changed
 * @param serverMessage the server's own words, if it sent any; they may be about a patient
 */
public record CallDetails(
    String operation,
    OptionalInt status,
    String correlationId,
    int attempts,
    Duration elapsed,
    Outcome outcome,
    Optional<String> howToFindOut,
    Optional<String> serverMessage) {

  /** Leaves out the server's own words. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(operation);
    status.ifPresent(code -> text.append(", HTTP ").append(code));
    if (attempts > 1) {
      text.append(", ").append(attempts).append(" attempts");
    }
    return text.append(", ").append(elapsed.toMillis()).append(" ms").toString();
  }
}
