package dev.casewright.conformance.cli;

import dev.casewright.conformance.difference.ContractDifference;
import dev.casewright.conformance.difference.ContractVersion;
import dev.casewright.contracttests.pact.PactFiles;
import dev.casewright.contracttests.pact.PactInteraction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a change of the contract breaks and touches. */
@Command(
    name = "difference",
    description = "Prints what differs between two versions of the contract, and what it touches.",
    mixinStandardHelpOptions = true,
    modelTransformer = ExitCodeHelp.class,
    sortOptions = false)
final class DifferenceCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The folder openapi of the old version, one of an API in it, or its document.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same of the new version.")
  private Path now;

  @Option(
      names = "--pacts",
      paramLabel = "DIR",
      description = "The folder with pacts to be named where they are touched.")
  private Path pacts;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  DifferenceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<PactInteraction> interactions = pacts == null ? List.of() : PactFiles.read(pacts);
    ContractDifference difference =
        ContractDifference.between(
            ContractVersion.read(old), ContractVersion.read(now), interactions);
    surroundings.out().println(json ? difference.json().toPrettyString() : difference.markdown());
    return (difference.isBreaking() ? ExitCode.REQUIREMENT_FAILED : ExitCode.PASSED).code();
  }
}
