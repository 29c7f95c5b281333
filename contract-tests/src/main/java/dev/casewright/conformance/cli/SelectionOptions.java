package dev.casewright.conformance.cli;

import dev.casewright.conformance.check.RequirementIndex;
import java.util.List;
import picocli.CommandLine.Option;

/** Which requirements. */
final class SelectionOptions {

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = {
        "Only these requirements, by id (OPAL-PDF-02, OPAL-PDF-*), tag (opal, PDF, OPAL-PDF,",
        "documented, read ...) or operation (getFinalPdfReport); may be repeated."
      })
  private List<String> only = List.of();

  @Option(
      names = "--skip",
      paramLabel = "PATTERN",
      split = ",",
      description = "None of these requirements, said like --only; may be repeated.")
  private List<String> skip = List.of();

  Selection selection(RequirementIndex requirements) {
    return Selection.of(only, skip, requirements);
  }
}
