package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Folder;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of downloaded files, as the server proposes them. */
class FileNamesTest {
  private static final byte[] PDF = Samples.pdf(100_000);

  @TempDir Path folder;

  private final FixtureServer server =
      FixtureServer.start(
          request -> Reply.pdf("attachment; filename=clinical_report_5012.pdf", PDF));
  private final OpalClient client = Clients.opal(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=report.pdf              | report.pdf",
        "attachment; filename=\"my report.pdf\"       | my report.pdf",
        "attachment; FILENAME=\"a.pdf\"; size=5       | a.pdf",
        "attachment; filename=a.pdf; filename=b.pdf   | b.pdf",
        "attachment; filename=../../etc/passwd        | passwd",
        "attachment; filename=..\\..\\boot.ini        | boot.ini",
        "attachment; filename=..                      | report_5012.pdf",
        "attachment; filename=.bashrc                 | bashrc",
        "attachment; filename=a/                      | report_5012.pdf",
        "attachment; filename=C:evil.pdf              | C_evil.pdf",
        "attachment; filename=a<b>c?*.pdf            | a_b_c__.pdf",
        "attachment; filename=NUL.pdf                 | report_5012.pdf",
        "attachment; filename=                        | report_5012.pdf",
        "attachment                                   | report_5012.pdf"
      })
  void whateverNameTheServerSendsTheFileStaysInItsFolder(String disposition, String expected) {
    server.answer(request -> Reply.pdf(disposition, PDF));

    client.downloadFinalPdf(5012, folder);

    assertThat(Folder.namesIn(folder)).containsExactly(expected);
  }

  @Test
  void aNameThatIsTooLongIsCut() {
    server.answer(request -> Reply.pdf("attachment; filename=" + "a".repeat(3000) + ".pdf", PDF));

    client.downloadFinalPdf(5012, folder);

    assertThat(Folder.namesIn(folder)).singleElement().asString().hasSize(120).endsWith("a.pdf");
  }

  @Test
  void aNameIsCutByItsBytesTooAndBetweenCharacters() {
    String name =
        FileNames.in("attachment; filename=" + "\ud840\udc00".repeat(119) + ".pdf").orElseThrow();

    assertThat(name).endsWith("\ud840\udc00.pdf");
    assertThat(name.codePointAt(0)).isEqualTo(0x20000);
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
  }
}
