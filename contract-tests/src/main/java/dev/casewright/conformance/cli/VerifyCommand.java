package dev.casewright.conformance.cli;

import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a target. */
@Command(
    name = "verify",
    description = {
      "Checks a target, as a guest: it only reads, and asks for no more than it needs, unless you"
          + " allow more."
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Suite suite = new Suite(surroundings.clock())) {
      RunSettings settings =
          limits.settings(
              target.target(surroundings.environment()),
              selection.selection(suite.requirements()).checks());
      Progress progress = new Progress(surroundings);
      RunResult run = suite.run(settings, progress);
      progress.end();
      VerdictLines.print(run, surroundings.out());
      return ExitCode.weightiest(Outcome.of(run, Set.of())).code();
    }
  }
}
