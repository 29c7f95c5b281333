package dev.casewright.conformance.cli;

import java.util.Collection;
import java.util.List;

/** What the program says when it ends. */
enum ExitCode {
  PASSED(0, "all in scope passed or warned; what was skipped has a reason"),
  REQUIREMENT_FAILED(1, "a requirement failed, two targets disagree, or a change is breaking"),
  WRONG_USAGE(2, "wrong usage"),
  TARGET_NOT_READY(3, "the target (or the broker) is not reachable, or refuses the credentials"),
  OWN_ERROR(4, "an error of the suite itself"),
  INCOMPLETE(5, "incomplete: not all was checked, such as when the requests are spent"),
  BASELINE_STALE(6, "the baseline is stale: a known failure is none any more");

  /** If several apply, the first one of these is told. */
  private static final List<ExitCode> PRECEDENCE =
      List.of(
          WRONG_USAGE, OWN_ERROR, TARGET_NOT_READY, REQUIREMENT_FAILED, INCOMPLETE, BASELINE_STALE);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /** The one that is told if several apply; success if none does. */
  static ExitCode weightiest(Collection<ExitCode> all) {
    return PRECEDENCE.stream().filter(all::contains).findFirst().orElse(PASSED);
  }
}
