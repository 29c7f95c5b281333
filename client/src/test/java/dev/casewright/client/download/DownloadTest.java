package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {
  private static final byte[] PDF = Samples.pdf(100_000);

  @TempDir Path folder;

  private final FixtureServer server =
      FixtureServer.start(
          request -> Reply.pdf("attachment; filename=clinical_report_5012.pdf", PDF));
  private final OpalClient client =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "password")
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void inAFolderTheFileHasTheServersName() throws Exception {
    Download download = client.downloadFinalPdf(5012, folder);

    Path file = folder.resolve("clinical_report_5012.pdf");
    assertThat(download.path()).contains(file);
    assertThat(file).hasBinaryContent(PDF);
    assertThat(download.size()).isEqualTo(PDF.length);
    assertThat(download.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
    assertThat(download.fileName()).contains("clinical_report_5012.pdf");
    assertThat(download.contentType()).contains("application/pdf");
    assertThat(content()).containsExactly("clinical_report_5012.pdf");
    assertThat(server.only().target()).isEqualTo("/reports/5012/pdf_report");
  }

  @Test
  void aFileHasTheCallersName() {
    Download download = client.downloadPreviewPdf(5012, folder.resolve("mine.pdf"));

    assertThat(content()).containsExactly("mine.pdf");
    assertThat(download.fileName()).contains("clinical_report_5012.pdf");
    assertThat(server.only().target()).isEqualTo("/reports/5012/pdf_preview");
  }

  @Test
  void aStreamIsFilledAndLeftOpen() {
    List<String> events = new ArrayList<>();
    ByteArrayOutputStream target =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            events.add("flush");
          }

          @Override
          public void close() {
            events.add("close");
          }
        };

    Download download = client.downloadFinalPdf(5012, target);

    assertThat(target.toByteArray()).isEqualTo(PDF);
    assertThat(download.path()).isEmpty();
    assertThat(events).containsExactly("flush");
  }

  @Test
  void aSmallAnswerIsDownloadedToo() {
    server.answer(request -> Reply.pdf("attachment", Samples.pdf(0)));

    assertThat(client.downloadFinalPdf(5012, folder).size()).isEqualTo(Samples.pdf(0).length);
    assertThat(content()).containsExactly("report_5012.pdf");
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
    assertThat(content()).hasSize(1);
  }

  @Test
  void anExistingFileIsReplacedIfThatIsWanted() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.pdf"), "old");
    Files.writeString(folder.resolve("clinical_report_5012.pdf"), "old");

    client.downloadFinalPdf(5012, mine, ExistingFile.REPLACE);
    client.downloadPreviewPdf(5012, folder, ExistingFile.REPLACE);

    assertThat(mine).hasBinaryContent(PDF);
    assertThat(folder.resolve("clinical_report_5012.pdf")).hasBinaryContent(PDF);
    assertThat(content()).containsExactlyInAnyOrder("mine.pdf", "clinical_report_5012.pdf");
  }

  @Test
  void aDownloadThatFailsReplacesNothing() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.pdf"), "old");
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, mine, ExistingFile.REPLACE))
        .isInstanceOf(TransportException.class);

    assertThat(mine).hasContent("old");
    assertThat(content()).containsExactly("mine.pdf");
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
    assertThat(content()).hasSize(1);
  }

  @Test
  void aDownloadThatFailsLeavesNoTrace() {
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));
    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
        .isInstanceOf(TransportException.class);

    server.answer(request -> Reply.json(422, "{\"description\": \"not approved\"}"));
    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
        .isInstanceOf(StateConflictException.class);

    assertThat(content()).isEmpty();
  }

  @Test
  void theTemporaryFileIsBesideTheTargetAndTellsNothing() throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    server.answer(
        request ->
            out -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=Canary.pdf\r\n"
                          + "Content-Length: %d\r\n\r\n".formatted(PDF.length))
                      .getBytes(StandardCharsets.UTF_8));
              out.write(PDF, 0, 50_000);
              out.flush();
              await(looked);
              out.write(PDF, 50_000, PDF.length - 50_000);
              out.flush();
              return true;
            });

    WatchService watch = folder.getFileSystem().newWatchService();
    folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    CompletableFuture<Download> download =
        CompletableFuture.supplyAsync(() -> client.downloadFinalPdf(5012, folder));
    assertThat(watch.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(content()).singleElement().asString().matches("\\.casewright-\\d+\\.part");
    looked.countDown();

    assertThat(download.get(10, TimeUnit.SECONDS).path()).contains(folder.resolve("Canary.pdf"));
    assertThat(content()).containsExactly("Canary.pdf");
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

    assertThat(content()).containsExactly(expected);
  }

  @Test
  void aNameThatIsTooLongIsCut() {
    server.answer(request -> Reply.pdf("attachment; filename=" + "a".repeat(3000) + ".pdf", PDF));

    client.downloadFinalPdf(5012, folder);

    assertThat(content()).singleElement().asString().hasSize(120).endsWith("a.pdf");
  }

  @Test
  void aNameIsCutByItsBytesTooAndBetweenCharacters() {
    String name =
        FileNames.in("attachment; filename=" + "\ud840\udc00".repeat(119) + ".pdf").orElseThrow();

    assertThat(name).endsWith("\ud840\udc00.pdf");
    assertThat(name.codePointAt(0)).isEqualTo(0x20000);
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
  }

  @Test
  void aTargetWithoutAFolderIsRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder.resolve("no/such.pdf")))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("folder");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aStreamThatFailsIsToldFromAServerThatFails() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatThrownBy(() -> client.downloadFinalPdf(5012, full))
        .isInstanceOf(TargetFileException.class)
        .hasMessageContaining("space");
  }

  @Test
  void aReceiptPrintsNoName() {
    assertThat(client.downloadFinalPdf(5012, folder).toString())
        .contains("size=" + PDF.length)
        .doesNotContain("clinical");
  }

  private List<String> content() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new IOException(interruption);
    }
  }
}
