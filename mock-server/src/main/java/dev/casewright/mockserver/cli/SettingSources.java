package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.suggestion.EditDistance;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Gives options the values that they have without the command line: first those of the environment,
 * then those of the config file. Immutable.
 */
final class SettingSources implements IDefaultValueProvider {

  /** Between the values of an option that may be repeated. */
  static final String SEPARATOR = ",";

  static final String CONFIG = "--config";
  static final String PRINT_CONFIG = "--print-config";

  static final String PREFIX = "CASEWRIGHT_";

  /** What the conformance suite reads, which may well run in the same shell. */
  private static final List<String> NAMES_OF_OTHERS =
      List.of(
          PREFIX + "OPAL_", PREFIX + "EMEDGENE_", PREFIX + "OTHER_", PREFIX + "MOCK_ADMIN_TOKEN");

  /** Where the config file stands is not in the file, and what is asked only once nowhere. */
  private static final Set<String> ON_THE_COMMAND_LINE_ONLY =
      Set.of("--help", "--version", CONFIG, PRINT_CONFIG);

  private final Map<String, String> environment;
  private final ConfigFile file;

  private SettingSources(Map<String, String> environment, ConfigFile file) {
    this.environment = Map.copyOf(environment);
    this.file = file;
  }

  /**
   * The sources that a command line leads to.
   *
   * @param command all options
   * @param given the command line
   * @param environment the environment
   * @return the sources
   * @throws IllegalArgumentException if the config file cannot be used, or a variable is blank
   */
  static SettingSources of(
      CommandSpec command, ParseResult given, Map<String, String> environment) {
    Optional<Path> file =
        Optional.<Path>ofNullable(given.matchedOptionValue(CONFIG, null))
            .or(() -> Optional.ofNullable(environment.get(variable(CONFIG))).map(Path::of));
    Set<String> names = new TreeSet<>();
    settings(command).forEach(option -> names.add(name(option)));
    SettingSources sources =
        new SettingSources(
            environment, file.map(path -> ConfigFile.read(path, names)).orElse(ConfigFile.NONE));
    settings(command).forEach(sources::checkThatItIsNotBlank);
    return sources;
  }

  /** The options that can be set in more than one place. */
  static Collection<OptionSpec> settings(CommandSpec command) {
    return command.options().stream().filter(SettingSources::isSetting).toList();
  }

  /** What an option is called in a config file. */
  static String name(OptionSpec option) {
    return option.longestName().substring(2);
  }

  /** What an option is called in the environment. */
  static String variable(String option) {
    return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The value of an option that is not on the command line; nothing for its default. */
  Optional<Setting> find(OptionSpec option) {
    if (!isSetting(option)) {
      return Optional.empty();
    }
    String variable = variable(option.longestName());
    return Optional.ofNullable(environment.get(variable))
        .map(value -> new Setting(value, variable))
        .or(() -> file.find(name(option)));
  }

  @Override
  public String defaultValue(ArgSpec option) {
    return option.isOption() ? find((OptionSpec) option).map(Setting::value).orElse(null) : null;
  }

  /** Variables that look like ours and are not, each with what was perhaps meant. */
  Map<String, Optional<String>> unknownVariables(CommandSpec command) {
    Set<String> known = new TreeSet<>(Set.of(variable(CONFIG)));
    settings(command).forEach(option -> known.add(variable(option.longestName())));
    Map<String, Optional<String>> unknown = new LinkedHashMap<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      boolean strange =
          name.startsWith(PREFIX)
              && !known.contains(name)
              && NAMES_OF_OTHERS.stream().noneMatch(name::startsWith);
      if (strange) {
        unknown.put(name, EditDistance.nearest(name, known));
      }
    }
    return unknown;
  }

  private static boolean isSetting(OptionSpec option) {
    return !ON_THE_COMMAND_LINE_ONLY.contains(option.longestName());
  }

  /** An empty text would be taken for a folder, or for no token at all. */
  private void checkThatItIsNotBlank(OptionSpec option) {
    find(option)
        .filter(setting -> setting.value().isBlank())
        .ifPresent(
            setting -> {
              throw new IllegalArgumentException(
                  setting.origin() + " is blank. Give a value, or leave it out.");
            });
  }
}
