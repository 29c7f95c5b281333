package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import feign.Client;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadCheckTest {
  private static final byte[] PDF = Samples.pdf(30_000);

  @TempDir Path folder;

  private final FixtureServer server = FixtureServer.start(request -> Reply.pdf("", PDF));
  private final OpalClient opal =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "password")
          .build();
  private final EmedgeneClient emedgene =
      EmedgeneClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .token("token")
          .build();

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Canary Patientdata</html>",
        "{\"message\": \"Canary Patientdata\"}",
        "%PDF",
        ""
      })
  void whatIsNotAPdfBecomesNoFile(String answer) {
    server.answer(request -> Reply.pdf("", answer.getBytes(StandardCharsets.UTF_8)));

    DecodeException failure =
        catchThrowableOfType(DecodeException.class, () -> opal.downloadFinalPdf(5012, folder));

    assertThat(failure)
        .hasMessageContaining("%PDF-")
        .hasMessageNotContaining(Samples.CANARY)
        .hasNoCause();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPageOfHtmlIsGivenUpBeforeItIsWritten() {
    server.answer(
        request -> Reply.pdf("", "<html>".repeat(5_000).getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream target = new ByteArrayOutputStream();

    assertThatThrownBy(() -> opal.downloadFinalPdf(5012, target))
        .isInstanceOf(DecodeException.class);

    assertThat(target.size()).isZero();
  }

  @Test
  void aPdfThatWasCutOffOnTheWayBecomesNoFileEvenIfNoLengthWasAnnounced() {
    server.answer(request -> Reply.untilTheConnectionEnds(Arrays.copyOf(PDF, 20_000)));

    assertThatThrownBy(() -> opal.downloadFinalPdf(5012, folder))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("%%EOF");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theEndOfAPdfMayBeFollowedByLessThanAKibibyte() {
    byte[] near = Arrays.copyOf(PDF, PDF.length + 1000);
    server.answer(request -> Reply.pdf("", near));
    assertThat(opal.downloadFinalPdf(5012, OutputStream.nullOutputStream()).size())
        .isEqualTo(near.length);

    byte[] far = Arrays.copyOf(PDF, PDF.length + 1024);
    server.answer(request -> Reply.pdf("", far));
    assertThatThrownBy(() -> opal.downloadFinalPdf(5012, OutputStream.nullOutputStream()))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aLengthThatIsNotTheAnnouncedOneIsNoticedWhateverTheTransportIsLike() {
    Client careless =
        (request, options) ->
            Response.builder()
                .request(request)
                .status(200)
                .headers(Map.of("Content-Length", List.of(String.valueOf(PDF.length + 1))))
                .body(PDF)
                .build();
    try (OpalClient client =
        OpalClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .credentials("login", "password")
            .transport(careless)
            .build()) {
      assertThatThrownBy(() -> client.downloadFinalPdf(5012, folder))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining(String.valueOf(PDF.length))
          .hasMessageContaining("announced");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aReportOfEmedgeneIsCheckedIfTheServerCallsItAPdf() {
    byte[] cut = Arrays.copyOf(PDF, 20_000);
    server.answer(
        request -> Reply.of(200, Map.of("Content-Type", "Application/PDF; version=1.7"), cut));

    assertThatThrownBy(() -> emedgene.downloadReport("EMG000000001", "pdf", "1", folder))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("%%EOF");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "PDF", "json", "1"})
  void aPageOfHtmlInPlaceOfAReportOfEmedgeneBecomesNoFile(String reportType) {
    byte[] page = "<html>Canary Patientdata</html>".getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "text/html"), page));

    assertThatThrownBy(() -> emedgene.downloadReport("EMG000000001", reportType, "1", folder))
        .isInstanceOf(DecodeException.class)
        .hasMessageNotContaining(Samples.CANARY);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anAnswerThatIsNoReportIsRefusedWhenItIsOpened() {
    byte[] words = "{\"message\": \"being generated\"}".getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.of(202, Map.of("Content-Type", "application/json"), words));

    assertThatThrownBy(() -> emedgene.openReport("EMG000000001", "json", "1"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("status 200");
  }

  @Test
  void aReportAskedForAsPdfIsTakenForWhatItIsWhateverTheServerCallsIt() {
    server.answer(
        request -> Reply.of(200, Map.of("Content-Type", "application/octet-stream"), PDF));

    assertThat(emedgene.downloadReport("EMG000000001", "pdf", "1", folder).size())
        .isEqualTo(PDF.length);
  }

  @Test
  void aReportInJsonMayHaveSpaceAroundIt() {
    byte[] json = "\r\n {\"report_data\": {}} \n".getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "application/json"), json));

    assertThat(emedgene.downloadReport("EMG000000001", "json", "1", folder).size())
        .isEqualTo(json.length);
  }

  @Test
  void aReportOfEmedgeneThatBreaksOffIsToBeTakenForGenerated() {
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));

    CasewrightException failure =
        catchThrowableOfType(
            CasewrightException.class,
            () -> emedgene.downloadReport("EMG000000001", "pdf", "1", folder));

    assertThat(failure).isInstanceOf(TransportException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    assertThat(failure.status()).hasValue(200);
    assertThat(folder).isEmptyDirectory();
  }
}
