package dev.casewright.conformance.difference;

import java.util.List;

/** A difference as Markdown. */
final class DifferenceText {

  private DifferenceText() {}

  static String of(ContractDifference difference) {
    StringBuilder text = new StringBuilder("# What changed in the contract\n\n");
    text.append(difference.isBreaking() ? "It can break a client.\n" : "It breaks no client.\n");
    if (difference.operations().isEmpty()) {
      text.append("\nNo operation changed.\n");
    }
    for (OperationDifference operation : difference.operations()) {
      text.append("\n## ").append(operation.operation());
      text.append(" (").append(operation.api().id()).append(")\n\n");
      for (Change change : operation.changes()) {
        text.append("- ").append(change.breaking() ? "**breaking** " : "");
        text.append(change.place().isEmpty() ? "" : change.place() + ": ");
        text.append(change.what()).append('\n');
      }
      text.append("\nIt touches the client's `").append(operation.operation()).append("`");
      append(text, "the requirements", operation.requirements());
      append(text, "the pacts", operation.pacts());
      text.append(".\n");
    }
    if (!difference.requirements().isEmpty()) {
      text.append("\n## Requirements\n\n");
      difference
          .requirements()
          .forEach((id, change) -> text.append("- ").append(id).append(": ").append(change + "\n"));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String what, List<String> names) {
    if (!names.isEmpty()) {
      text.append("; ").append(what).append(' ').append(String.join(", ", names));
    }
  }
}
