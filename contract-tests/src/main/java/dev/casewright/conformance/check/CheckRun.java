package dev.casewright.conformance.check;

import java.util.Optional;

/** A run of the suite, as its checks see it. Thread-safe. */
public interface CheckRun {

  /**
   * Whether a check may be made.
   *
   * @param check the check
   * @return why not; nothing if it may
   */
  Optional<String> reasonToSkip(Check check);

  /**
   * Prepares a check.
   *
   * @param check the check
   * @param uniqueId what JUnit calls it
   * @return what it has before it; closed when the check is over
   */
  Stage begin(Check check, String uniqueId);
}
