package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFilesTest {

  @ParameterizedTest
  @CsvSource({
    "small, laboratory.yaml",
    "small, variants.yaml",
    "small, reports.yaml",
    "small, cases.yaml",
    "ontology, hpo.yaml",
    "schema, pack.yaml"
  })
  void aFileIsReadAsItIsWritten(String pack, String name) throws IOException {
    SeedFiles files = new SeedFiles(pack);

    assertThat(files.read(name)).isEqualTo(new YAMLMapper().readTree(files.bytes(name)));
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThatThrownBy(() -> new SeedFiles("small").read("nothing.yaml"))
        .isInstanceOf(InvalidSeedException.class)
        .hasMessageContaining("small")
        .hasMessageContaining("nothing.yaml");
  }
}
