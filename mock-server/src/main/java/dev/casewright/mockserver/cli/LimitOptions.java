package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One option for each limit. */
final class LimitOptions implements IModelTransformer {

  @Override
  public CommandSpec transform(CommandSpec command) {
    for (Limit limit : Limit.values()) {
      command.addOption(
          OptionSpec.builder(limit.option())
              .paramLabel(limit.isTime() ? "TIME" : "NUMBER")
              .type(limit.isTime() ? Duration.class : Integer.class)
              .defaultValue(standard(limit))
              .description(limit.description() + " (default ${DEFAULT-VALUE}).")
              .build());
    }
    return command;
  }

  /** What the options say. */
  static Limits limits(CommandSpec command) {
    Limits limits = Limits.defaults();
    for (Limit limit : Limit.values()) {
      OptionSpec option = command.findOption(limit.option());
      limits =
          limit.isTime()
              ? limits.with(limit, option.<Duration>getValue())
              : limits.with(limit, option.<Integer>getValue());
    }
    return limits;
  }

  private static String standard(Limit limit) {
    Limits defaults = Limits.defaults();
    return limit.isTime()
        ? defaults.time(limit).toString()
        : String.format(Locale.ROOT, "%d", defaults.number(limit));
  }
}
