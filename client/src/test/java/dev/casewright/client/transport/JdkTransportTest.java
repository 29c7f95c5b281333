package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTransportTest {
  @TempDir private Path folder;

  private final Tls tls = Tls.shared();

  @Test
  void aCertificateOfOnesOwnIsTrustedWhenItIsNamed() {
    try (FixtureServer server = tlsServer();
        OpalClient client = builder(server).trustedCertificate(tls.certificate()).build()) {
      assertThat(client.getReport(5012).id()).isEqualTo(5012);
      assertThat(server.only().header("Authorization")).startsWith("Basic ");
    }
  }

  @Test
  void anUnknownCertificateEndsTheCallBeforeCredentialsAreSent() {
    try (FixtureServer server = tlsServer();
        OpalClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.getReport(5012))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("trustedCertificate")
          .hasNoCause();
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    try (FixtureServer server = tlsServer();
        OpalClient client =
            OpalClient.builder()
                .baseUrl(URI.create(server.url().toString().replace("localhost", "127.0.0.1")))
                .credentials("login", "password")
                .trustedCertificate(tls.certificate())
                .retry(RetryPolicy.never())
                .build()) {
      assertThatThrownBy(() -> client.getReport(5012)).isInstanceOf(TransportException.class);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aFileWithoutACertificateIsRefusedWhenTheClientIsBuilt() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));

    assertThatThrownBy(() -> OpalClient.builder().trustedCertificate(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PEM");
    assertThatThrownBy(() -> OpalClient.builder().trustedCertificate(folder.resolve("absent.pem")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDownloadThatIsGivenUpEndsTheConnectionInsteadOfReadingOn() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (FixtureServer server = FixtureServer.start(request -> Reply.endless(gone));
        OpalClient client = builder(server).allowPlainHttpOnLoopback().build()) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
              throw new IOException("no space left");
            }
          };

      assertThatThrownBy(() -> client.downloadFinalPdf(5012, full))
          .isInstanceOf(TargetFileException.class);
      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aBodyWithoutEndEndsAtTheDeadlineHoweverFastItComes() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (FixtureServer server = FixtureServer.start(request -> Reply.endless(gone));
        OpalClient client =
            builder(server)
                .allowPlainHttpOnLoopback()
                .timeouts(Timeouts.defaults().withDownload(Duration.ofMillis(300)))
                .build()) {
      assertThatThrownBy(() -> client.downloadFinalPdf(5012, OutputStream.nullOutputStream()))
          .isInstanceOf(DeadlineException.class);
      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aReaderThatIsSlowerThanTheServerMeetsItsDeadlineToo() {
    AtomicLong nanos = new AtomicLong();
    StreamedBody body =
        new StreamedBody(
            Deadline.in(Duration.ofSeconds(1), nanos::get), Duration.ofSeconds(30), () -> {});
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1})));
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {2})));

    assertThatCode(body::read).doesNotThrowAnyException();
    nanos.set(Duration.ofSeconds(1).toNanos());

    assertThatThrownBy(body::read).isInstanceOf(DeadlinePassedException.class);
  }

  @Test
  void connectionsAreUsedAgain() {
    try (FixtureServer server =
            FixtureServer.start(request -> Reply.json(200, Samples.report(5012, "CW-1")));
        OpalClient client = builder(server).allowPlainHttpOnLoopback().build()) {
      for (int call = 0; call < 20; call++) {
        client.getReport(5012);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private FixtureServer tlsServer() {
    return FixtureServer.start(
        "https", tls.sockets(), request -> Reply.json(200, Samples.report(5012, "CW-1")));
  }

  private static OpalClientBuilder builder(FixtureServer server) {
    return OpalClient.builder()
        .baseUrl(server.url())
        .credentials("login", "password")
        .retry(RetryPolicy.never());
  }
}
