package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Folder;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads to where a file is already. */
class ExistingFileTest {
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

  @Test
  void anExistingFileIsNeverOverwrittenAndNothingIsSent() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.pdf"), "precious");

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, mine))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("exists");
    assertThat(mine).hasContent("precious");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void anExistingFileOfTheServersNameIsNeverOverwrittenAndNotNamed() throws Exception {
    Path there = Files.writeString(folder.resolve("clinical_report_5012.pdf"), "precious");

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
        .isInstanceOf(TargetFileException.class)
        .hasMessageNotContaining("clinical_report")
        .hasNoCause();
    assertThat(there).hasContent("precious");
    assertThat(Folder.namesIn(folder)).hasSize(1);
  }

  @Test
  void anExistingFileIsReplacedIfThatIsWanted() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.pdf"), "old");
    Files.writeString(folder.resolve("clinical_report_5012.pdf"), "old");

    client.downloadFinalPdf(5012, mine, ExistingFile.REPLACE);
    client.downloadPreviewPdf(5012, folder, ExistingFile.REPLACE);

    assertThat(mine).hasBinaryContent(PDF);
    assertThat(folder.resolve("clinical_report_5012.pdf")).hasBinaryContent(PDF);
    assertThat(Folder.namesIn(folder))
        .containsExactlyInAnyOrder("mine.pdf", "clinical_report_5012.pdf");
  }

  @Test
  void aDownloadThatFailsReplacesNothing() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.pdf"), "old");
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, mine, ExistingFile.REPLACE))
        .isInstanceOf(TransportException.class);

    assertThat(mine).hasContent("old");
    assertThat(Folder.namesIn(folder)).containsExactly("mine.pdf");
  }

  @Test
  void ofManyDownloadsToOneNameOneWins() {
    List<CompletableFuture<Boolean>> downloads =
        IntStream.range(0, 8)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            client.downloadFinalPdf(5012, folder);
                            return true;
                          } catch (TargetFileException taken) {
                            return false;
                          }
                        }))
            .toList();

    assertThat(downloads.stream().map(CompletableFuture::join).filter(won -> won)).hasSize(1);
    assertThat(folder.resolve("clinical_report_5012.pdf")).hasBinaryContent(PDF);
    assertThat(Folder.namesIn(folder)).hasSize(1);
  }
}
