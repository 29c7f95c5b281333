package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.journal.JournalEntry;
import dev.casewright.mockserver.journal.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the server saw of a test that failed, as lines for a person to read: short where there is
 * little to see.
 *
 * @param test the name of the test
 * @param space its space
 * @param elsewhere what went by the default space meanwhile, the latest first
 * @param begun whether the method of the test had begun when it failed
 */
record Sighting(String test, MockSpace space, List<JournalEntry> elsewhere, boolean begun) {

  private static final int TOLD = 10;
  private static final int UNAUTHENTICATED = 401;

  /** Lines without an end of line after the last one. */
  String text() {
    List<JournalEntry> seen = space.exchanges().all();
    if (seen.isEmpty()) {
      return nothing();
    }
    if (seen.stream().allMatch(Sighting::hadWrongCredentials)) {
      return "The mock server refused the credentials of every request of "
          + inItsSpace()
          + ". Its MockAccess has good ones.\n"
          + lines(seen);
    }
    String last =
        seen.size() > TOLD ? "  (the last " + TOLD + " of " + seen.size() + " exchanges)\n" : "";
    return "What the mock server saw of "
        + inItsSpace()
        + ":\n"
        + last
        + space.exchanges().text(TOLD).indent(2).stripTrailing();
  }

  private String nothing() {
    if (!begun) {
      return "The mock server saw no request of " + test + ", which failed before its method.";
    }
    String none =
        "The mock server saw no request of "
            + inItsSpace()
            + ", where the credentials of its MockAccess lead.";
    return elsewhere.isEmpty()
        ? none
        : none + " Meanwhile there came with none, or with others:\n" + lines(elsewhere);
  }

  private String inItsSpace() {
    return test + " in the space " + space.name();
  }

  /** Neither an expired token nor a deviation, of which there is more to tell. */
  private static boolean hadWrongCredentials(JournalEntry entry) {
    return entry.status() == UNAUTHENTICATED
        && entry.verdict() == Verdict.REFUSED
        && entry.explanation().state().isEmpty()
        && entry.explanation().deviated().isEmpty();
  }

  private static String lines(List<JournalEntry> latestFirst) {
    List<JournalEntry> told =
        new ArrayList<>(latestFirst.subList(0, Math.min(TOLD, latestFirst.size())));
    Collections.reverse(told);
    return told.stream().map(entry -> "  " + entry).collect(Collectors.joining("\n"));
  }
}
