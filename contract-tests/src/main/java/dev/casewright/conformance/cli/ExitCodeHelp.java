package dev.casewright.conformance.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Tells in the help what the exit codes mean. */
final class ExitCodeHelp implements IModelTransformer {

  @Override
  public CommandSpec transform(CommandSpec command) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(String.valueOf(code.code()), code.meaning());
    }
    command
        .usageMessage()
        .exitCodeListHeading("Exit codes (if several apply: 2, 4, 3, 1, 5, 6):%n")
        .exitCodeList(codes);
    return command;
  }
}
