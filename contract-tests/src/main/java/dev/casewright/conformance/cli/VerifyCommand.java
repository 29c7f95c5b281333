package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.Suite;
import java.io.IOException;
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
  @Mixin private ReportOptions reports = new ReportOptions();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (Suite suite = new Suite(surroundings.clock())) {
      RunSettings settings =
          limits.settings(
              target.target(surroundings.environment()),
              selection.selection(suite.requirements()).checks());
      return ExitCode.weightiest(new Verification(surroundings, reports).run(suite, settings))
          .code();
    }
  }
}
