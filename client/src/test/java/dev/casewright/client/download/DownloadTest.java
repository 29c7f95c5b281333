package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Folder;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
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
    assertThat(Folder.namesIn(folder)).containsExactly("clinical_report_5012.pdf");
    assertThat(server.only().target()).isEqualTo("/reports/5012/pdf_report");
  }

  @Test
  void aFileHasTheCallersName() {
    Download download = client.downloadPreviewPdf(5012, folder.resolve("mine.pdf"));

    assertThat(Folder.namesIn(folder)).containsExactly("mine.pdf");
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
    assertThat(Folder.namesIn(folder)).containsExactly("report_5012.pdf");
  }

  @Test
  void aDownloadThatFailsLeavesNoTrace() {
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));
    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
        .isInstanceOf(TransportException.class);

    server.answer(request -> Reply.json(422, "{\"description\": \"not approved\"}"));
    assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
        .isInstanceOf(StateConflictException.class);

    assertThat(Folder.namesIn(folder)).isEmpty();
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
    assertThat(Folder.namesIn(folder))
        .singleElement()
        .asString()
        .matches("\\.casewright-\\d+\\.part");
    looked.countDown();

    assertThat(download.get(10, TimeUnit.SECONDS).path()).contains(folder.resolve("Canary.pdf"));
    assertThat(Folder.namesIn(folder)).containsExactly("Canary.pdf");
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

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interruption) {
      throw new IOException(interruption);
    }
  }
}
