package dev.casewright.client.drift;

import java.util.List;

/**
 * What came in one call that the contract does not know. Holds names and shapes, never a value.
 * Immutable and thread-safe.
 *
 * @param operation the {@code operationId} of the contract
 * @param correlationId the id that the requests of the call were sent with
 * @param findings what came; at least one, and no two alike
 */
public record DriftReport(String operation, String correlationId, List<DriftFinding> findings) {
  /** Copies the findings. */
  public DriftReport {
    findings = List.copyOf(findings);
  }
}
