package dev.casewright.contracttests.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Verifies;
import dev.casewright.contracttests.pact.PactFiles;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every requirement is verified, and the table in the repository says by what. */
class CoverageTest {

  private static final Path TABLE = Path.of("COVERAGE.md");

  private final CoverageTable table =
      new CoverageTable(
          Arrays.stream(Api.values()).map(RequirementRegister::of).toList(),
          PactFiles.read(Path.of(System.getProperty("pact.rootDir"))),
          testClasses());

  @Test
  void noRequirementIsLeftWithoutAPactOrATest() {
    assertThat(table.findings()).isEmpty();
  }

  @Test
  void tableInTheRepositoryIsCurrent() throws IOException {
    if ("write".equals(System.getProperty("casewright.coverage"))) {
      Files.writeString(TABLE, table.markdown());
    }

    assertThat(TABLE)
        .as("write it anew with: mvn verify -Dcasewright.coverage=write")
        .hasContent(table.markdown());
  }

  @Test
  void requirementWithNothingBehindItIsFound() {
    RequirementRegister register =
        RequirementRegister.parse(
            Api.OPAL,
            """
            api: opal
            requirements:
              - {id: OPAL-A-01, sentence: A., source: S, evidence: inferred, operation: x, effect: read}
              - {id: OPAL-A-02, sentence: B., source: S, evidence: inferred, operation: x, effect: read}
              - {id: OPAL-A-03, sentence: C., source: S, evidence: inferred, operation: x, effect: read,
                 untestable: No one can.}
            """);

    CoverageTable small =
        new CoverageTable(List.of(register), List.of(), List.of(TestsOfSomething.class));

    assertThat(small.findings())
        .containsExactly(
            "OPAL-A-02 has neither a pact nor a test behind it.",
            "OPAL-A-09 is verified, but no register has it.");
    assertThat(small.markdown()).contains("TestsOfSomething.first", "*Untestable: No one can.*");
  }

  private static List<Class<?>> testClasses() {
    Path root = Path.of("target", "test-classes");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith("Test.class"))
          .sorted()
          .<Class<?>>map(CoverageTest::load)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot list the compiled tests.", e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, CoverageTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Cannot load the test " + name + ".", e);
    }
  }

  private static final class TestsOfSomething {

    @Verifies({"OPAL-A-01", "OPAL-A-09"})
    void first() {}
  }
}
