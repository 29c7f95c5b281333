package dev.casewright.mockserver.space;

import java.math.BigInteger;
import java.util.Locale;

/**
 * What a value of a report must be, or have as a part, for the report to be in a list. Immutable.
 *
 * @param filter which value, and whether a part is enough
 * @param wanted what is looked for; in small letters if case is ignored
 * @param ignoresCase whether large and small letters are the same
 */
public record ReportCondition(ReportFilter filter, String wanted, boolean ignoresCase) {

  /**
   * A condition.
   *
   * @param filter which value, and whether a part is enough
   * @param wanted what is looked for, as a request has it; of a genome a number, with or without a
   *     sign and zeros in front
   * @param ignoresCase whether large and small letters are the same
   * @throws NumberFormatException if a genome is wanted by something that is no whole number
   */
  public ReportCondition {
    if (filter == ReportFilter.GENOME) {
      wanted = new BigInteger(wanted).toString();
    }
    if (ignoresCase) {
      wanted = wanted.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether a report is as wanted.
   *
   * @param report a report
   * @return false also if the report has no such value
   */
  public boolean holdsFor(Report report) {
    return filter.fits(report, this::isMetBy);
  }

  /** Without what is looked for, which comes from a request. */
  @Override
  public String toString() {
    return "condition on " + filter;
  }

  private boolean isMetBy(String value) {
    String compared = ignoresCase ? value.toLowerCase(Locale.ROOT) : value;
    return filter.findsParts() ? compared.contains(wanted) : compared.equals(wanted);
  }
}
