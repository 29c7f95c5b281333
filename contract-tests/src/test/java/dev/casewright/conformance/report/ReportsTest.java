package dev.casewright.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.canary.LeakException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

  @TempDir private Path folder;

  @Test
  void fiveFilesAreWrittenAndNothingElse() throws Exception {
    List<Path> written = Reports.write(SampleReport.of(), folder.resolve("new/one"));

    assertThat(written).hasSize(5).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(filesIn(folder.resolve("new/one"))).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void sameRunGivesTheSameFiles() throws Exception {
    List<Path> first = Reports.write(SampleReport.of(), folder.resolve("1"));
    List<Path> second = Reports.write(SampleReport.of(), folder.resolve("2"));

    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
  }

  @Test
  void writerThatFailsLeavesTheFilesOfTheRunBefore() throws Exception {
    Reports.write(SampleReport.of(), folder, List.of(writer("one.txt", "before")));

    assertThatThrownBy(
            () ->
                Reports.write(
                    SampleReport.of(), folder, List.of(writer("one.txt", "after"), new Failing())))
        .hasMessage("broken");
    assertThat(filesIn(folder)).containsExactly(folder.resolve("one.txt"));
    assertThat(folder.resolve("one.txt")).hasContent("before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Canaryqwert", "a-real-password", "QSBDYW5hcnlxd2VydA=="})
  void reportThatLeaksACanaryIsNotWritten(String leak) throws Exception {
    assertThatThrownBy(
            () ->
                Reports.write(
                    SampleReport.of(),
                    folder,
                    List.of(writer("good.txt", "good"), writer("bad.txt", "so: " + leak))))
        .isInstanceOf(LeakException.class)
        .hasMessageContaining("bad.txt");
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void leakInTheLoginOfAHeaderIsFound() {
    String header =
        Base64.getEncoder()
            .encodeToString("somebody:a-real-password".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () -> Reports.write(SampleReport.of(), folder, List.of(writer("bad.txt", header))))
        .isInstanceOf(LeakException.class);
  }

  private static List<Path> filesIn(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static ReportWriter writer(String name, String text) {
    return new ReportWriter() {
      @Override
      public String fileName() {
        return name;
      }

      @Override
      public String write(RunReport report) {
        return text;
      }
    };
  }

  private static final class Failing implements ReportWriter {
    @Override
    public String fileName() {
      return "two.txt";
    }

    @Override
    public String write(RunReport report) {
      throw new IllegalStateException("broken");
    }
  }
}
