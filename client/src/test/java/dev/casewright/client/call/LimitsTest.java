package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.transport.SizeLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final byte[] WELL =
      Samples.report(5012, "CW-1").getBytes(StandardCharsets.UTF_8);

  private final FixtureServer server =
      FixtureServer.start(request -> Reply.of(200, Map.of(), WELL));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRequestThatIsTooLargeIsNotSent() {
    try (EmedgeneClient client =
        EmedgeneClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .token("token")
            .sizeLimits(SizeLimits.defaults().withRequest(100))
            .build()) {
      assertThatThrownBy(
              () -> client.updateStatus("EMG1", CaseStatus.of(Samples.CANARY.repeat(10))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("updateCaseStatus", "193 bytes", "the 100", "sizeLimits(...)")
          .hasMessageNotContaining("Canary");
      assertThat(server.received()).isEmpty();

      client.updateStatus("EMG1", CaseStatus.of("x".repeat(87)));
      assertThat(server.only().body()).hasSize(100);
    }
  }

  @Test
  void anAnswerMayBeAsLargeAsTheLimitAndNotOneByteLarger() {
    try (OpalClient client = opal(WELL.length)) {
      assertThat(client.getReport(5012).id()).isEqualTo(5012);
    }
    for (String length : new String[] {"", "Content-Length: " + WELL.length + "\r\n"}) {
      server.answer(
          request ->
              Reply.raw(
                  "HTTP/1.1 200 OK\r\n" + length + "\r\n" + new String(WELL, StandardCharsets.UTF_8)));
      try (OpalClient client = opal(WELL.length - 1)) {
        assertThatThrownBy(() -> client.getReport(5012))
            .isInstanceOf(DecodeException.class)
            .hasMessageContaining("larger than the " + (WELL.length - 1) + " bytes");
      }
    }
  }

  @Test
  void aFileMayBeLarger() {
    byte[] pdf = ("%PDF-1.7 " + "x".repeat(50_000) + "%%EOF").getBytes(StandardCharsets.UTF_8);
    server.answer(request -> Reply.pdf("attachment", pdf));
    ByteArrayOutputStream target = new ByteArrayOutputStream();

    try (OpalClient client = opal(1000)) {
      client.downloadFinalPdf(5012, target);
    }

    assertThat(target.toByteArray()).isEqualTo(pdf);
  }

  @Test
  void anAnswerThatIsSaidNotToBeEncodedIsRead() {
    server.answer(request -> Reply.of(200, Map.of("Content-Encoding", "identity"), WELL));

    try (OpalClient client = opal(1000)) {
      assertThat(client.getReport(5012).id()).isEqualTo(5012);
    }
  }

  @Test
  void aLimitThatLetsNothingThroughIsRefused() {
    assertThatThrownBy(() -> SizeLimits.defaults().withAnswer(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SizeLimits.defaults().withRequest(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private OpalClient opal(long answer) {
    return OpalClient.builder()
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .credentials("login", "password")
        .sizeLimits(SizeLimits.defaults().withAnswer(answer))
        .build();
  }
}
