package dev.casewright.conformance.servers;

import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the suite says of servers, as a page. */
final class ServersTable {

  private static final int FIRST_IDS = 5;

  private ServersTable() {}

  /** Writes it over what was there. */
  static void write(String title, Collection<Finding> findings, Path file) {
    StringBuilder text = new StringBuilder("# " + title + "\n\n");
    text.append(
        "| server | what it does | fail | warn | skip | pass | first that fail or warn |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    findings.forEach(finding -> text.append(row(finding)));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the table of the servers.", e);
    }
  }

  private static String row(Finding finding) {
    return String.format(
        Locale.ROOT,
        "| **%s** | %s | %d | %d | %d | %d | %s |%n",
        finding.server(),
        finding.does(),
        finding.count(Verdict.FAIL),
        finding.count(Verdict.WARN),
        finding.count(Verdict.SKIP),
        finding.count(Verdict.PASS),
        finding.notUsable().orElseGet(() -> first(finding)));
  }

  /** Requirements say more than claims about all operations, and stand first. */
  private static String first(Finding finding) {
    List<String> failed = finding.those(Verdict.FAIL);
    return (failed.isEmpty() ? finding.those(Verdict.WARN) : failed)
        .stream()
            .sorted(Comparator.comparing(Claim::isClaim))
            .limit(FIRST_IDS)
            .collect(Collectors.joining(", "));
  }
}
