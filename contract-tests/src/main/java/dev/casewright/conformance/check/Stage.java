package dev.casewright.conformance.check;

import dev.casewright.conformance.target.TargetControl;

/** What one check has before it, for as long as it takes. */
public interface Stage extends AutoCloseable {

  /**
   * The target.
   *
   * @return the target, with what it can do beyond documented calls
   */
  TargetControl control();

  /** Takes away what was made for this check alone. */
  @Override
  void close();
}
