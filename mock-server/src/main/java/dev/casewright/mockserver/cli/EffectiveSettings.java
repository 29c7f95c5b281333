package dev.casewright.mockserver.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** All settings as a config file, each with where it comes from; secrets are left out. */
final class EffectiveSettings {

  private static final Set<String> SECRETS = Set.of("--token-key", "--admin-token");

  /** What YAML takes as one text without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9/._-]*");

  private EffectiveSettings() {}

  static String of(CommandSpec command, ParseResult given, SettingSources sources) {
    StringBuilder text = new StringBuilder();
    text.append("# What the mock server would start with; # before a name: not set, or a secret.");
    text.append(System.lineSeparator());
    for (OptionSpec option : SettingSources.settings(command)) {
      text.append(line(option, given, sources)).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String line(OptionSpec option, ParseResult given, SettingSources sources) {
    String name = SettingSources.name(option);
    Optional<String> value = value(option, given, sources);
    String comment = "  # " + origin(option, given, sources);
    if (value.isEmpty()) {
      return "# " + name + ":" + comment;
    }
    if (SECRETS.contains(option.longestName())) {
      return "# " + name + ": ********" + comment;
    }
    return name + ": " + written(option, value.get()) + comment;
  }

  private static Optional<String> value(
      OptionSpec option, ParseResult given, SettingSources sources) {
    if (given.hasMatchedOption(option)) {
      List<String> values = given.matchedOption(option.longestName()).originalStringValues();
      return Optional.of(String.join(SettingSources.SEPARATOR, values));
    }
    return sources
        .find(option)
        .map(Setting::value)
        .or(() -> Optional.ofNullable(option.defaultValue()));
  }

  private static String origin(OptionSpec option, ParseResult given, SettingSources sources) {
    return given.hasMatchedOption(option)
        ? "option"
        : sources.find(option).map(Setting::origin).orElse("default");
  }

  private static String written(OptionSpec option, String value) {
    if (!option.isMultiValue()) {
      return quoted(value);
    }
    return List.of(value.split(SettingSources.SEPARATOR)).stream()
        .map(EffectiveSettings::quoted)
        .toList()
        .toString();
  }

  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : TextNode.valueOf(value).toString();
  }
}
