package dev.casewright.client.surface;

import dev.casewright.client.ClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes that the jar is made of, the generated ones too. */
public final class ClientClasses {
  private static final String ENDING = ".class";

  private ClientClasses() {}

  public static List<Class<?>> all() {
    try {
      Path folder =
          Path.of(ClientBuilder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(folder)) {
        return files
            .map(file -> folder.relativize(file).toString())
            .filter(name -> name.endsWith(ENDING) && !name.endsWith("-info" + ENDING))
            .sorted()
            .<Class<?>>map(ClientClasses::load)
            .toList();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ENDING.length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, ClientClasses.class.getClassLoader());
    } catch (ClassNotFoundException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
