package dev.casewright.conformance.result;

import java.util.Locale;

/** What a run says of a requirement. */
public enum Verdict {
  /** Every check that was made found it kept. */
  PASS,
  /** A check found it broken. */
  FAIL,
  /** A check found it broken, and that it holds is only our reading of the vendor's silence. */
  WARN,
  /** No check could be made, for a reason that the target or the settings of the run give. */
  SKIP,
  /** The run ended before a check was made, or nothing tests it. */
  NOT_RUN,
  /** The suite itself failed. */
  ERROR;

  /** The name as it stands in reports, such as {@code not run}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
