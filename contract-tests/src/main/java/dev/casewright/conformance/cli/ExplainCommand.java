package dev.casewright.conformance.cli;

import static java.util.stream.Collectors.joining;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.record.BuildRecord;
import dev.casewright.conformance.record.NoRecordException;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells all about one requirement. */
@Command(
    name = "explain",
    description = {
      "Prints the sentence of a requirement, its source, how it is checked, and what the mock server"
          + " does when it breaks it."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class)
final class ExplainCommand implements Callable<Integer> {

  private static final String PAGE = " page, ";
  private static final String OF_THE_PAGE = " (a section of the vendor's public page)";
  private static final String OF_THE_FACTS = " (in our collection of public facts)";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "The id, such as OPAL-PDF-02.")
  private String id;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Suite suite = new Suite(surroundings.clock())) {
      Requirement requirement =
          suite.requirements().all().stream()
              .filter(each -> each.id().equals(id.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "There is no requirement of this id. The command list tells all ids."));
      explain(requirement, ListCommand.checksOf(requirement, suite.checks()));
      return ExitCode.PASSED.code();
    }
  }

  private void explain(Requirement requirement, List<Check> checks) {
    PrintWriter out = surroundings.out();
    out.println(requirement.id() + ": " + requirement.sentence());
    out.println("Source:     " + sources(requirement));
    out.println("Evidence:   " + requirement.evidence() + onlyWarned(requirement));
    out.println("Operations: " + operations(requirement));
    out.println("Effect:     " + requirement.effect());
    if (!requirement.follows().isEmpty()) {
      out.println("Follows:    " + String.join(", ", requirement.follows()) + " break with it.");
    }
    requirement.reasonUntestable().ifPresent(reason -> out.println("Not tested: " + reason));
    out.println("Checks:");
    for (Check check : checks) {
      out.println("  " + CheckWords.sentence(check));
      out.println("    needs --effects " + check.effect() + probe(check));
      out.println("    " + CheckWords.file(check) + ", " + method(check));
    }
    out.println("Broken by the mock server (--deviate " + requirement.id() + "):");
    out.println("  " + deviation(requirement));
  }

  /** Each place on a line of its own, with what kind of place it is. */
  private static String sources(Requirement requirement) {
    return Stream.of(requirement.source().split(";\\s*"))
        .map(place -> place + (place.contains(PAGE) ? OF_THE_PAGE : OF_THE_FACTS))
        .collect(joining(System.lineSeparator() + "            "));
  }

  private static String onlyWarned(Requirement requirement) {
    return requirement.evidence().isOurReading()
        ? " (our reading: a target that differs is warned of, and fails with --strict only)"
        : "";
  }

  private static String operations(Requirement requirement) {
    return requirement.operations().contains("*")
        ? "all"
        : String.join(", ", requirement.operations());
  }

  private static String probe(Check check) {
    return check.probes().isEmpty()
        ? ""
        : check.probes().stream()
            .map(Probe::toString)
            .sorted()
            .collect(joining(", ", ", beyond this machine --allow-probe ", ""));
  }

  private static String method(Check check) {
    return check.name().substring(check.name().indexOf('.') + 1);
  }

  /** Without its record, the jar can still explain all the rest. */
  private static String deviation(Requirement requirement) {
    try {
      return BuildRecord.load()
          .deviations()
          .getOrDefault(requirement.id(), "There is no such deviation.");
    } catch (NoRecordException none) {
      return none.getMessage();
    }
  }
}
