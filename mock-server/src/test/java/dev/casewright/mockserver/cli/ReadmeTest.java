package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README of this module tells the truth. */
class ReadmeTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  private static final Pattern LIMIT =
      Pattern.compile("(?m)^\\| [^|]+ \\| `(--[a-z-]+)` \\| (\\w+) \\| [^|]+ \\|$");

  private final String readme = read();

  @Test
  void theTableOfOptionsHasThemAll() {
    String table = readme.substring(readme.indexOf("## Options"), readme.indexOf("| exit code"));
    Set<String> told = new TreeSet<>();
    for (Matcher option = OPTION.matcher(table); option.find(); ) {
      told.add(option.group());
    }

    assertThat(told).isEqualTo(options());
  }

  @Test
  void theTableOfLimitsHasThemAllWithTheirDefaults() {
    Map<String, String> told = new TreeMap<>();
    for (Matcher row = LIMIT.matcher(readme); row.find(); ) {
      told.put(row.group(1), row.group(2));
    }
    Map<String, String> limits = new TreeMap<>();
    for (Limit limit : Limit.values()) {
      Limits defaults = Limits.defaults();
      limits.put(
          limit.option(), "" + (limit.isTime() ? defaults.time(limit) : defaults.number(limit)));
    }

    assertThat(told).isEqualTo(limits);
  }

  private static Set<String> options() {
    return new CommandLine(new ServeCommand(new StopSignal()))
        .getCommandSpec().options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(name -> name.startsWith("--"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new AssertionError("The README is read from the folder of the module.", e);
    }
  }
}
