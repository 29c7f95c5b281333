package dev.casewright.conformance.compare;

import dev.casewright.conformance.result.Verdict;
import java.util.Locale;

/** What the verdicts on two servers have to do with each other. Which is right, nobody says. */
public enum Agreement {
  /** Both keep the requirement. */
  BOTH_PASS,
  /** Neither keeps it, or neither keeps what we only think is one. */
  BOTH_FAIL,
  /** One keeps it and the other does not. */
  DISAGREE,
  /** Only the first could be judged. */
  ONLY_FIRST,
  /** Only the second could be judged. */
  ONLY_SECOND,
  /** Neither could be judged. */
  NEITHER;

  static Agreement of(Verdict first, Verdict second) {
    if (!isJudged(first)) {
      return isJudged(second) ? ONLY_SECOND : NEITHER;
    }
    if (!isJudged(second)) {
      return ONLY_FIRST;
    }
    if (first != second) {
      return DISAGREE;
    }
    return first == Verdict.PASS ? BOTH_PASS : BOTH_FAIL;
  }

  private static boolean isJudged(Verdict verdict) {
    return verdict == Verdict.PASS || verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }

  /** The name as it stands in reports, such as {@code both pass}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
