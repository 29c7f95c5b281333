package dev.casewright.conformance.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The proof as a page. */
final class ProofTable {

  private ProofTable() {}

  /** Writes it over what was there. */
  static void write(Proof proof, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, markdown(proof));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the table of the proof.", e);
    }
  }

  static String markdown(Proof proof) {
    StringBuilder text = new StringBuilder("# The suite against each deviation of the mock\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%d requirements, %d checks, %d deviations, of which %d were found. They can reach a check"
                + " in %d pairs, of which %d were tried, with %d requests. It took %d s on the"
                + " clock and %d s of processors.%n%n",
            proof.requirements().size(),
            proof.checks().size(),
            proof.findings().size(),
            proof.findings().stream().filter(Finding::isFound).count(),
            proof.reached(),
            proof.findings().stream().mapToInt(Finding::checks).sum(),
            proof.findings().stream().mapToInt(Finding::requests).sum(),
            proof.cost().elapsed().toSeconds(),
            proof.cost().work().toSeconds()));
    text.append("| requirement | deviation | verdict | what else changed | checks, failed |\n");
    text.append("|---|---|---|---|---|\n");
    proof.findings().forEach(finding -> text.append(row(finding)));
    return text.toString();
  }

  private static String row(Finding finding) {
    String others =
        finding.changed().entrySet().stream()
            .filter(each -> !each.getKey().equals(finding.id()))
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("<br>"));
    return String.format(
        Locale.ROOT,
        "| **%s** | %s | %s | %s | %d, %d |%n",
        finding.id(),
        finding.summary().replace("|", "\\|"),
        finding.changed().containsKey(finding.id()) ? finding.changed().get(finding.id()) : "pass",
        others,
        finding.checks(),
        finding.redChecks().size());
  }
}
