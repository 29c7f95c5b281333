package dev.casewright.mockserver.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seed pack of the user's: what is in it is served, and what is wrong in it is told. */
class PackFolderTest {

  static final Path EXAMPLE = Path.of("src/test/resources/seed-pack-example");

  @TempDir Path folder;

  @Test
  void theExampleIsServed() {
    try (MockServer mock = MockServer.builder().seedPack(EXAMPLE).start()) {
      MockSpace space = mock.space("default");

      assertThat(space.reportIds()).containsExactly(7001L, 7002L);
      assertThat(space.caseNames("finalized")).containsExactly("EMG200000001");
      assertThat(mock.space("other").reportIds()).doesNotContain(7001L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reports.yaml | id: 7002             | id: 7001             | 21 | stands twice
          reports.yaml | version: 1           | versoin: 1           | 10 | /0/versoin is not a key
          reports.yaml | version: 1           | versoin: 1           | 3 | /0 has no version
          reports.yaml | created_by: 31       | created_by: someone  | 8 | must be of type integer
          reports.yaml | status: APPROVED     | status: DONE         | 4 | must be one of [WAITING FOR SAMPLE
          reports.yaml | test_type: exome     | test_type: blood     | 5 | must be one of [panel
          reports.yaml | 2025-03-03T09:30:00  | 2025-03-03 09:30     | 9 | must have the form
          reports.yaml | 2025-03-03T09:30:00  | 2025-13-03T09:30:00  | 9 | that exists
          reports.yaml | 2025-03-01T00:00:00  | 2025-03-04T00:00:00  | 9 | is before sample_received_date
          reports.yaml | variant: CFTR-F508del | variant: CFTR-F509  | 18 | names a variant that variants.json does not have
          reports.yaml | report_approved_date: "2025-03-10T12:00:00" | report_approved_date: null | 4 | but there is no report_approved_date
          reports.yaml | {id: 902, name       | {id: 901, name       | 25 | has the id of another genome
          cases.yaml   | status: finalized    | status: signed       | 4 | neither a status of the contract
          cases.yaml   | status: finalized    | status: uploading    | 7 | from before the delivery
          cases.yaml   |   signer: 2          | # none               | 4 | but there is no signer
          cases.yaml   | creator: 1           | creator: 99          | 5 | names a user who is not in laboratory.yaml
          cases.yaml   | delivered: "2025-03-05T08:00:00Z" | delivered: "2025-03-03T08:00:00Z" | 7 | is before created
          cases.yaml   | HP:0001738           | HP:9000001           | 24 | is no phenotype
          cases.yaml   | name: Failure to thrive | name: Seizure     | 25 | has the id of a phenotype of another name
          cases.yaml   | fastq_sample: LAB-7001-M | fastq_sample: LAB-7001-X | 31 | names a sample that is not among
          cases.yaml   | gender: Female       | gender: Feminine     | 21 | must be one of [Male
          laboratory.yaml | id: 2, name       | id: 1, name          | 10 | stands twice
          laboratory.yaml | users:            | users: [             | 0 | cannot be read as YAML
          variants.json | 117559590           | "117559590"          | 12 | must be of type integer
          variants.json | "transcript": "NM_000492.4"  | "transcript": "CFTR"  | 5 | must have the form
          variants.json | "ref": "G"          | "ref": "A"           | 29 | ref and alt do not agree with hgvs_c
          """)
  void aMistakeIsToldWithItsFileAndLine(
      String file, String right, String wrong, int line, String rule) throws IOException {
    copyExample();
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(right);
    int at = text.indexOf(right);
    Files.writeString(
        folder.resolve(file), text.substring(0, at) + wrong + text.substring(at + right.length()));

    assertThatThrownBy(() -> start())
        .isInstanceOf(InvalidSeedException.class)
        .message()
        .containsPattern(
            file.replace(".", "\\.")
                + ":"
                + (line == 0 ? "\\d+" : line)
                + ":\\d+: .*"
                + Pattern.quote(rule));
  }

  @Test
  void allMistakesOfAllFilesAreToldAtOnce() throws IOException {
    copyExample();
    replaceAll("reports.yaml", "status: APPROVED", "status: DONE");
    replaceAll("cases.yaml", "creator: 1", "creator: 99");

    assertThatThrownBy(() -> start()).message().contains("reports.yaml:4:", "cases.yaml:5:");
  }

  @Test
  void noMoreThanFiftyMistakesAreTold() throws IOException {
    Files.writeString(folder.resolve("reports.yaml"), "- {id: 0}\n".repeat(60));

    assertThatThrownBy(() -> start())
        .message()
        .satisfies(told -> assertThat(told.lines().count()).isEqualTo(1 + 50 + 1))
        .contains("and ");
  }

  @Test
  void aFileOfAnUnknownNameIsAMistake() throws IOException {
    copyExample();
    Files.writeString(folder.resolve("report.yaml"), "[]");

    assertThatThrownBy(() -> start())
        .message()
        .contains("report.yaml:1:1: is no file of a seed pack");
  }

  @Test
  void aFolderWithoutAPackIsRefused() {
    assertThatThrownBy(() -> start())
        .isInstanceOf(InvalidSeedException.class)
        .hasMessageContaining("holds no seed pack");
  }

  @Test
  void aKeyThatStandsTwiceIsAMistake() throws IOException {
    copyExample();
    replaceAll("reports.yaml", "    version: 1\n", "    version: 1\n    version: 2\n");
    replaceAll("reports.yaml", "  version: 1\n", "  version: 1\n  version: 2\n");

    assertThatThrownBy(() -> start()).message().contains("/0/version stands twice");
  }

  private MockServer start() {
    return MockServer.builder().seedPack(folder).start();
  }

  private void copyExample() throws IOException {
    for (String file :
        new String[] {"laboratory.yaml", "variants.json", "reports.yaml", "cases.yaml"}) {
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
  }

  private void replaceAll(String file, String right, String wrong) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(right, wrong));
  }
}
