package dev.casewright.conformance.baseline;

import dev.casewright.conformance.result.Verdict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A failure that somebody knows of.
 *
 * @param requirement the id of the requirement
 * @param verdict {@link Verdict#FAIL} or {@link Verdict#WARN}; anything worse is not forgiven
 * @param reason why it is known, in the words of a person; empty in a draft only
 * @param until the last day on which it is forgiven; nothing if there is none
 */
public record KnownFailure(
    String requirement, Verdict verdict, String reason, Optional<LocalDate> until) {

  boolean isExpired(LocalDate today) {
    return until.filter(last -> today.isAfter(last)).isPresent();
  }

  boolean forgives(Verdict actual, LocalDate today) {
    return !isExpired(today)
        && (actual == Verdict.WARN || actual == Verdict.FAIL && verdict == Verdict.FAIL);
  }
}
