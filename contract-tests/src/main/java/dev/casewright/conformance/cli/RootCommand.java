package dev.casewright.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands stand below. */
@Command(
    name = "casewright-conformance",
    description = {
      "Proves whether a server keeps the contracts of Omicia Opal and Illumina Emedgene.",
      "Independent of both vendors."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionOfJar.class,
    modelTransformer = ExitCodeHelp.class,
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "There is no command.");
  }
}
