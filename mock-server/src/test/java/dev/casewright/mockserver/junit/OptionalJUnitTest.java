package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who only runs the server needs no JUnit. */
class OptionalJUnitTest {

  @Test
  void onlyTheExtensionRefersToJUnit() throws Exception {
    Path classes =
        Path.of(MockServer.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("dev/casewright/mockserver");
    Path extension = classes.resolve("junit");

    assertThat(classesThatReferToJUnit(classes))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).startsWith(extension));
  }

  private static List<Path> classesThatReferToJUnit(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(OptionalJUnitTest::refersToJUnit)
          .toList();
    }
  }

  private static boolean refersToJUnit(Path file) {
    try {
      String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
      return constants.contains("org/junit/") || constants.contains("org/opentest4j/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
