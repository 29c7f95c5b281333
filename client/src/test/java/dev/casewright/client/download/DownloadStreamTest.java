package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadStreamTest {
  private static final byte[] PDF = Samples.pdf(30_000);

  private final FixtureServer server =
      FixtureServer.start(request -> Reply.pdf("attachment; filename=a/Canary.pdf", PDF));
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
  void whatIsReadToItsEndHasAReceipt() throws Exception {
    try (DownloadStream stream = client.openFinalPdf(5012)) {
      assertThat(stream.contentType()).contains("application/pdf");
      assertThat(stream.fileName()).contains("Canary.pdf");
      assertThat(stream.readAllBytes()).isEqualTo(PDF);

      Download receipt = stream.receipt();
      assertThat(receipt.size()).isEqualTo(PDF.length);
      assertThat(receipt.sha256())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
      assertThat(receipt.fileName()).contains("Canary.pdf");
      assertThat(receipt.path()).isEmpty();
      assertThat(stream.read()).isEqualTo(-1);
    }
    assertThat(server.only().target()).isEqualTo("/reports/5012/pdf_report");
  }

  @Test
  void thereIsNoReceiptBeforeTheEnd() throws Exception {
    try (DownloadStream stream = client.openPreviewPdf(5012)) {
      stream.readNBytes(PDF.length);

      assertThatThrownBy(stream::receipt)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("-1");
    }
  }

  @Test
  void theBytesComeOneByOneToo() {
    try (DownloadStream stream = client.openFinalPdf(5012)) {
      assertThat(stream.read()).isEqualTo('%');
      assertThat(stream.read()).isEqualTo('P');
    }
  }

  @Test
  void aRefusalComesWithTheOpeningAndNotWithTheReading() {
    server.answer(request -> Reply.json(422, "{\"description\": \"not approved\"}"));

    assertThatThrownBy(() -> client.openFinalPdf(5012)).isInstanceOf(StateConflictException.class);
  }

  @Test
  void aBodyThatBreaksOffIsAnExceptionOfOurs() {
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));

    try (DownloadStream stream = client.openFinalPdf(5012)) {
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(TransportException.class);
    }
  }

  @Test
  void whatIsNoPdfIsAnExceptionOfOurs() {
    server.answer(request -> Reply.pdf("", "<html/>".getBytes(StandardCharsets.UTF_8)));

    try (DownloadStream stream = client.openFinalPdf(5012)) {
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void closingEarlyGivesUpTheConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    server.answer(request -> Reply.endless(gone));

    DownloadStream stream = client.openFinalPdf(5012);
    stream.readNBytes(100);
    stream.close();
    stream.close();

    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(stream::read).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReportOfEmedgeneIsOpenedWhateverItIs() throws Exception {
    byte[] json = "{\"report_data\": {}}".getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "application/json"), json));
    try (EmedgeneClient emedgene =
            EmedgeneClient.builder()
                .baseUrl(server.url())
                .allowPlainHttpOnLoopback()
                .token("token")
                .build();
        DownloadStream stream = emedgene.openReport("EMG000000001", "json", "1")) {
      assertThat(stream.readAllBytes()).isEqualTo(json);
      assertThat(stream.contentType()).contains("application/json");
    }
  }

  @Test
  void itPrintsNoName() throws Exception {
    try (DownloadStream stream = client.openFinalPdf(5012)) {
      assertThat(stream).asString().doesNotContain("Canary");
      stream.readAllBytes();
      assertThat(stream.toString()).contains("size=" + PDF.length).doesNotContain("Canary");
    }
  }
}
