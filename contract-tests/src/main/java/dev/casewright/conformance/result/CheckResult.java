package dev.casewright.conformance.result;

import java.util.List;

/**
 * What came of a check, or of one of its variants. Holds nothing that a request or an answer held,
 * but what is allowed.
 *
 * @param check class and method
 * @param variant the number of the variant; 0 without variants
 * @param requirements the ids of the requirements that it verifies
 * @param outcome what came of it
 * @param reason why, masked, in one line; empty if it passed
 * @param where class and line of the check that failed; empty unless it failed
 * @param exchanges the last that it sent and was answered, masked, the one that shows the failure
 *     at the end; empty unless it failed
 */
public record CheckResult(
    String check,
    int variant,
    List<String> requirements,
    CheckOutcome outcome,
    String reason,
    String where,
    List<MaskedExchange> exchanges) {

  /** Keeps copies of the lists. */
  public CheckResult {
    requirements = List.copyOf(requirements);
    exchanges = List.copyOf(exchanges);
  }
}
