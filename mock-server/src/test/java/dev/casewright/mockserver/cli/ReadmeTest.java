package dev.casewright.mockserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README of this module tells the truth. */
class ReadmeTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

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
