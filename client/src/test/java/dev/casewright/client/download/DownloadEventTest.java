package dev.casewright.client.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.opal.OpalClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an observer hears of downloads. */
class DownloadEventTest {
  private static final byte[] PDF = Samples.pdf(30_000);

  @TempDir Path folder;

  private final List<String> order = new ArrayList<>();
  private final List<CallEvent> calls = new ArrayList<>();
  private final FixtureServer server = FixtureServer.start(request -> Reply.pdf("", PDF));
  private final OpalClient client =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "password")
          .observer(
              new CallObserver() {
                @Override
                public void attemptEnded(AttemptEvent attempt) {
                  order.add("attempt");
                }

                @Override
                public void callEnded(CallEvent call) {
                  order.add("call");
                  calls.add(call);
                }
              })
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aDownloadIsOneCallWithAllItsBytes() {
    client.downloadFinalPdf(5012, folder);

    assertThat(order).containsExactly("attempt", "call");
    assertThat(calls.get(0).bytesReceived()).isEqualTo(PDF.length);
    assertThat(calls.get(0).status()).hasValue(200);
    assertThat(calls.get(0).failure()).isEmpty();
    assertThat(calls.get(0).correlationId()).isEqualTo(server.only().header("X-Correlation-ID"));
  }

  @Test
  void aSmallDownloadIsOneCallToo() {
    server.answer(request -> Reply.pdf("", Samples.pdf(0)));

    client.downloadFinalPdf(5012, folder);

    assertThat(order).containsExactly("attempt", "call");
    assertThat(calls.get(0).bytesReceived()).isEqualTo(Samples.pdf(0).length);
  }

  @Test
  void aDownloadThatBreaksOffEndsWithTheFailureUnderItsOwnId() {
    server.answer(request -> Reply.truncated(PDF.length, Arrays.copyOf(PDF, 20_000)));

    CasewrightException failure =
        catchThrowableOfType(
            CasewrightException.class, () -> client.downloadFinalPdf(5012, folder));

    assertThat(order).containsExactly("attempt", "call");
    assertThat(calls.get(0).failure()).contains("TransportException");
    assertThat(failure.correlationId()).isEqualTo(server.only().header("X-Correlation-ID"));
    assertThat(failure.attempts()).isEqualTo(1);
  }

  @Test
  void aTargetThatCannotBeWrittenIsWhatTheCallEndsWith() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };

    CasewrightException failure =
        catchThrowableOfType(CasewrightException.class, () -> client.downloadFinalPdf(5012, full));

    assertThat(order).containsExactly("attempt", "call");
    assertThat(calls.get(0).failure()).contains("TargetFileException");
    assertThat(failure.status()).hasValue(200);
  }

  @Test
  void aTargetThatIsThereAlreadyIsACallWithoutAnAttempt() throws Exception {
    Path mine = Files.createFile(folder.resolve("mine.pdf"));

    catchThrowableOfType(CasewrightException.class, () -> client.downloadFinalPdf(5012, mine));

    assertThat(order).containsExactly("call");
    assertThat(calls.get(0).attempts()).isZero();
  }

  @Test
  void anOpenDownloadEndsWithItsLastByte() throws Exception {
    try (DownloadStream stream = client.openFinalPdf(5012)) {
      stream.readNBytes(PDF.length);
      assertThat(order).isEmpty();
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(order).containsExactly("attempt", "call");
    }
    assertThat(order).hasSize(2);
    assertThat(calls.get(0).bytesReceived()).isEqualTo(PDF.length);
  }

  @Test
  void anOpenDownloadThatIsClosedEarlyEndsThen() throws Exception {
    try (DownloadStream stream = client.openFinalPdf(5012)) {
      stream.readNBytes(10);
    }

    assertThat(order).containsExactly("attempt", "call");
    assertThat(calls.get(0).bytesReceived()).isEqualTo(10);
  }
}
