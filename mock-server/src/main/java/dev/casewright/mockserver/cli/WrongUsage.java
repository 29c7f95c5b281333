package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.suggestion.EditDistance;
import java.util.Optional;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a setting and where it stands. The whole help would push that out of
 * sight.
 */
final class WrongUsage implements IParameterExceptionHandler {

  private final Optional<SettingSources> sources;

  /** With where settings come from, once it is known. */
  WrongUsage(Optional<SettingSources> sources) {
    this.sources = sources;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    wrong.getCommandLine().getErr().println(place(wrong) + wrong.getMessage());
    suggestion(wrong)
        .ifPresent(meant -> wrong.getCommandLine().getErr().println("Did you mean " + meant + "?"));
    wrong.getCommandLine().getErr().println("--help tells all options.");
    return StartFailures.WRONG_USAGE;
  }

  /** The option that was perhaps meant by the first that there is not. */
  private static Optional<String> suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException)) {
      return Optional.empty();
    }
    return ((UnmatchedArgumentException) wrong)
        .getUnmatched().stream()
            .filter(argument -> argument.startsWith("-"))
            .findFirst()
            .flatMap(
                argument ->
                    EditDistance.nearest(
                        argument.replaceFirst("=.*", ""),
                        wrong.getCommandLine().getCommandSpec().optionsMap().keySet()));
  }

  private String place(ParameterException wrong) {
    ArgSpec setting = wrong.getArgSpec();
    if (!(setting instanceof OptionSpec)) {
      return "";
    }
    OptionSpec option = (OptionSpec) setting;
    Optional<Setting> elsewhere =
        wrong.getCommandLine().getParseResult().hasMatchedOption(option)
            ? Optional.empty()
            : sources.flatMap(known -> known.find(option));
    boolean named = wrong.getMessage().contains(option.longestName());
    return elsewhere
        .map(found -> found.origin() + ": ")
        .orElse(named ? "" : option.longestName() + ": ");
  }
}
