package dev.casewright.client.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.drift.DriftKind;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.webhook.NoticeOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the client says of each constant that a program may switch on what it means. */
class ReadmeTablesTest {
  private static final Path PAGE = Path.of("README.md");

  @ParameterizedTest
  @MethodSource("constants")
  void everyConstantHasItsRow(Enum<?> constant) throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| `" + constant.name() + "` |"))
        .hasSize(1);
  }

  static Stream<Enum<?>> constants() {
    return Stream.<Class<? extends Enum<?>>>of(Outcome.class, DriftKind.class, NoticeOutcome.class)
        .flatMap(type -> Arrays.stream(type.getEnumConstants()));
  }
}
