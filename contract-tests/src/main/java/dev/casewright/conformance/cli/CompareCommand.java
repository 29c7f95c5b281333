package dev.casewright.conformance.cli;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.compare.Comparison;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks two targets with the same settings. */
@Command(
    name = "compare",
    description = {
      "Checks two targets, and puts the verdicts side by side.",
      "The users of the other one: CASEWRIGHT_OTHER_OPAL_LOGIN and so on."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(names = "--other-opal-url", paramLabel = "URL", description = "The other Opal API.")
  private String otherOpalUrl;

  @Option(
      names = "--other-emedgene-url",
      paramLabel = "URL",
      description = "The other Emedgene API.")
  private String otherEmedgeneUrl;

  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Write compare.md and compare.json there.")
  private Path reportDir;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (Suite suite = new Suite(surroundings.clock())) {
      Predicate<Check> scope = selection.selection(suite.requirements()).checks();
      Target first = target.target(surroundings.environment());
      Target second = target.other(otherOpalUrl, otherEmedgeneUrl, surroundings.environment());
      RunResult ofFirst = run(suite, first, scope);
      RunResult ofSecond = run(suite, second, scope);
      Comparison comparison = Comparison.of(ofFirst, ofSecond);
      surroundings.out().println(comparison.markdown());
      if (reportDir != null) {
        Files.createDirectories(reportDir);
        Files.writeString(reportDir.resolve("compare.md"), comparison.markdown());
        Files.writeString(
            reportDir.resolve("compare.json"), comparison.json().toPrettyString() + "\n");
      }
      Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
      codes.addAll(Outcome.of(ofFirst, Set.of()));
      codes.addAll(Outcome.of(ofSecond, Set.of()));
      if (!comparison.disagreements().isEmpty()) {
        codes.add(ExitCode.REQUIREMENT_FAILED);
      }
      return ExitCode.weightiest(codes).code();
    }
  }

  private RunResult run(Suite suite, Target which, Predicate<Check> scope) {
    Progress progress = new Progress(surroundings);
    RunResult run = suite.run(limits.settings(which, scope), progress);
    progress.end();
    return run;
  }
}
