package dev.casewright.client.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Big answers in a small heap, in a program of their own: client and server share the 64 MiB. */
@Tag("full")
class SmallHeapTest {
  private static final String HEAP = "-Xmx64m";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aBigAnswerNeedsNoBigHeap(BigAnswer answer, TestReporter reporter) throws Exception {
    File output = folder.resolve("output.txt").toFile();
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-Dorg.slf4j.simpleLogger.log.dev.casewright=off",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BigAnswer.class.getName(),
                    answer.name(),
                    folder.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = program.waitFor(10, TimeUnit.MINUTES);
    program.destroyForcibly();
    String said = Files.readString(output.toPath());
    reporter.publishEntry(answer + " with " + HEAP, said.strip());

    assertThat(ended).as("it ends in time: %s", said).isTrue();
    assertThat(program.waitFor()).as(said).isZero();
  }
}
