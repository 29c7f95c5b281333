package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedChoiceTest {

  @Test
  void aNameIsAPackAndAnExistingFolderIsAFolder() {
    assertThat(SeedChoice.parse("small")).isEqualTo(SeedChoice.SMALL);
    assertThat(SeedChoice.parse("empty")).isEqualTo(new SeedChoice.Empty());
    assertThat(SeedChoice.parse("large")).isEqualTo(new SeedChoice.Large(1, 1_000_000, 100_000));
    assertThat(SeedChoice.parse("large:9")).isEqualTo(new SeedChoice.Large(9, 1_000_000, 100_000));
    assertThat(SeedChoice.parse("large:9:5:2")).isEqualTo(new SeedChoice.Large(9, 5, 2));
    assertThat(SeedChoice.parse("src/test/resources"))
        .isEqualTo(new SeedChoice.Folder(Path.of("src/test/resources")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "medium",
        "large:",
        "large:x",
        "large:1:2",
        "large:1:9999999:1",
        "no/such/folder",
        "\0"
      })
  void allElseIsRefused(String text) {
    assertThatThrownBy(() -> SeedChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("large");
  }

  @Test
  void anEmptyLaboratoryHasUsersAndNothingElse() {
    try (MockServer mock = MockServer.builder().seedPack("empty").start()) {
      MockSpace space = mock.space("default");

      assertThat(space.reportIds()).isEmpty();
      assertThat(space.caseNames()).isEmpty();
    }
  }

  @Test
  void aLargeLaboratoryMayHaveNothingInIt() {
    try (MockServer mock = MockServer.builder().seedPack("large:1:0:3").start()) {
      assertThat(mock.space("default").reportIds()).isEmpty();
      assertThat(mock.space("default").caseNames()).hasSize(3);
    }
  }

  @Test
  void aPackThatThereIsNotIsNamedWithTheFolderThatWasLookedFor() {
    assertThatThrownBy(() -> SeedChoice.parse("nowhere"))
        .hasMessageStartingWith(
            "There is no seed pack \"nowhere\", and no folder "
                + Path.of("nowhere").toAbsolutePath()
                + ". Give small,");
  }
}
