package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.retry.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
  }

  @Test
  void aCertificateFileThatIsNotThereIsCalledSo() {
    Path absent = folder.resolve("absent.pem");

    assertThatThrownBy(() -> OpalClient.builder().trustedCertificate(absent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no file " + absent);
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
  void aConnectionThatIsNeverAcceptedEndsAtItsLimit() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmedgeneClient client =
            EmedgeneClient.builder()
                .baseUrl(URI.create("http://localhost:" + full.getLocalPort()))
                .allowPlainHttpOnLoopback()
                .token("token")
                .timeouts(Timeouts.defaults().withConnect(Duration.ofMillis(200)))
                .build()) {
      assumeThat(isFilled(full, waiting)).as("the machine lets connections wait").isTrue();

      CasewrightException failure =
          catchThrowableOfType(
              CasewrightException.class,
              () -> client.updateStatus("EMG000000001", CaseStatus.DELIVERED));

      assertThat(failure)
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("no connection within the time for connecting");
      assertThat(failure.outcomeUnknown()).isFalse();
      assertThat(failure.elapsed())
          .isBetween(Duration.ofMillis(200), Duration.ofMillis(200).plusSeconds(2));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Connects until a connection has to wait, since nobody accepts those before it. */
  private static boolean isFilled(ServerSocket full, List<Socket> waiting) throws IOException {
    for (int attempt = 0; attempt < 10; attempt++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 100);
      } catch (SocketTimeoutException filled) {
        return true;
      }
    }
    return false;
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
