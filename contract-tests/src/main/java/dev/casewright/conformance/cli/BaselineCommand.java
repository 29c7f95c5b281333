package dev.casewright.conformance.cli;

import dev.casewright.conformance.baseline.Baseline;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes down what fails today. */
@Command(
    name = "baseline",
    description = {
      "Checks a target like verify, and writes what fails or warns into a file of known failures.",
      "Reasons that stand in the file are kept; a person has to write those of new entries."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class BaselineCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Parameters(paramLabel = "FILE", description = "The file; made if it is not there.")
  private Path file;

  BaselineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (Suite suite = new Suite(surroundings.clock())) {
      RunSettings settings =
          limits.settings(
              target.target(surroundings.environment()),
              selection.selection(suite.requirements()).checks());
      Baseline known = Files.exists(file) ? Baseline.read(file) : Baseline.empty();
      Progress progress = new Progress(surroundings);
      RunResult run = suite.run(settings, progress);
      progress.end();
      Files.writeString(file, known.updated(run));
      return ExitCode.weightiest(Outcome.of(run, run.verdicts().keySet())).code();
    }
  }
}
