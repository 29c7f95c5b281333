package dev.casewright.client.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the module descriptor says, read from its source: tests run on the class path. */
record ModuleDescription(Set<String> exported) {
  private static final Path SOURCE = Path.of("src", "main", "module", "module-info.java");
  private static final Pattern EXPORT = Pattern.compile("(?m)^ *exports ([\\w.]+);");

  static ModuleDescription read() {
    try {
      return new ModuleDescription(
          EXPORT
              .matcher(Files.readString(SOURCE))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
