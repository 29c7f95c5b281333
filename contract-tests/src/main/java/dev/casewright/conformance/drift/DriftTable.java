package dev.casewright.conformance.drift;

import java.util.List;

/** A drift report as Markdown. */
final class DriftTable {

  private DriftTable() {}

  static String of(DriftReport report) {
    StringBuilder text = new StringBuilder("# Drift\n\n");
    int answers = report.answers().values().stream().mapToInt(Integer::intValue).sum();
    text.append(answers)
        .append(" answers of ")
        .append(report.answers().size())
        .append(" operations were compared with the contract. Shapes only, never a value.\n");
    section(text, "Sent, and not in the contract", report.unknown(), true);
    section(text, "In the contract, and never seen", report.unseen(), false);
    return text.toString();
  }

  private static void section(
      StringBuilder text, String title, List<DriftFinding> findings, boolean counted) {
    text.append("\n## ").append(title).append("\n\n");
    if (findings.isEmpty()) {
      text.append("Nothing.\n");
      return;
    }
    text.append("| operation | status | what | where |").append(counted ? " times |\n" : "\n");
    text.append("|---|---|---|---|").append(counted ? "---:|\n" : "\n");
    for (DriftFinding finding : findings) {
      text.append("| ").append(finding.operation());
      text.append(" | ").append(finding.status() == 0 ? "" : finding.status());
      text.append(" | ").append(words(finding));
      text.append(" | ").append(finding.pointer().isEmpty() ? "" : code(finding.pointer()));
      text.append(counted ? " | " + finding.count() : "").append(" |\n");
    }
  }

  /** What was found, in words. */
  static String words(DriftFinding finding) {
    return switch (finding.kind()) {
      case UNKNOWN_FIELD, UNKNOWN_VALUE -> finding.kind() + " of type " + finding.shape();
      case OTHER_TYPE -> "type " + finding.shape() + ", which the contract does not allow";
      case UNSEEN_FIELD -> "field of type " + finding.shape();
      case UNSEEN_STATUS, UNSEEN_OPERATION -> finding.shape();
      default -> finding.kind() + " " + finding.shape();
    };
  }

  private static String code(String pointer) {
    return "`" + pointer + "`";
  }
}
