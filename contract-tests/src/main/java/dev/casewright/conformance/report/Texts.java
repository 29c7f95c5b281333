package dev.casewright.conformance.report;

import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What several formats say in the same words. */
final class Texts {

  private Texts() {}

  static String reason(RequirementResult result) {
    if (!result.reason().isBlank()) {
      return result.reason();
    }
    return switch (result.verdict()) {
      case PASS -> "";
      case FAIL, WARN -> "A check found it broken.";
      case SKIP -> "No check could be made.";
      case NOT_RUN -> "No check was made.";
      case ERROR -> "The suite itself failed.";
    };
  }

  static String nameOf(CheckResult check) {
    return check.variant() == 0 ? check.check() : check.check() + " #" + check.variant();
  }

  /** A time in UTC, to the second. */
  static String time(Instant time) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
        .format(time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
