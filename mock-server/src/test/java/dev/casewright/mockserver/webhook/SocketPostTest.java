package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.schedule.ManualScheduler;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.schedule.SystemScheduler;
import dev.casewright.mockserver.tls.DevelopmentCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread that waits for a socket cannot be interrupted, so the timeout is kept by another. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketPostTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final char[] PASSWORD = "synthetic".toCharArray();

  private final ReceiverTrust trust = new ReceiverTrust();
  private final Scheduler scheduler = new SystemScheduler("deadlines", 1);

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void theSignatureIsTheHmacOfTheBody() {
    // From RFC 4231, test case 2.
    WebhookTarget target = new WebhookTarget("1", URI.create("http://127.0.0.1"), "Jefe");

    assertThat(target.signature("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void pathAndQueryAreSentAsTheyStand() {
    try (Receiver receiver = Receiver.open()) {
      URI url = receiver.url().resolve("/a%20b?c=%26");

      assertThat(post(url, Duration.ofSeconds(5))).contains(200);
      assertThat(receiver.next().uri().toString()).isEqualTo("/a%20b?c=%26");
    }
  }

  @Test
  void aReceiverWithACertificateOfTheMocksOwnAuthorityIsTrusted() throws Exception {
    DevelopmentCa ca =
        DevelopmentCa.open(Optional.empty(), List.of(), Clock.systemUTC(), new SecureRandom());
    try (Receiver receiver = Receiver.openWithTls(serverContext(ca))) {
      assertThat(post(receiver.url(), Duration.ofSeconds(5))).isEmpty();

      trust.add(ca.certificate());
      assertThat(post(receiver.url(), Duration.ofSeconds(5))).contains(200);
    }
  }

  @Test
  void aReceiverThatNeverAnswersIsNotWaitedForLonger() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(post(urlOf(silent), Duration.ofMillis(200))).isEmpty();
    }
  }

  @Test
  void aReceiverThatHoldsTheHandshakeUpWithSingleBytesIsNotWaitedForLonger() throws Exception {
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
      CompletableFuture<Optional<Integer>> sent =
          CompletableFuture.supplyAsync(() -> post(url, Duration.ofMillis(300)));
      try (Socket socket = server.accept()) {
        // The head of a TLS record of 16 KiB, which then comes byte by byte.
        socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
        drip.scheduleAtFixedRate(() -> drop(socket), 0, 20, TimeUnit.MILLISECONDS);

        assertThat(sent.get(5, TimeUnit.SECONDS)).isEmpty();
      }
    } finally {
      drip.shutdownNow();
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.getOutputStream().write(0);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "SSH-2.0-synthetic\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n"})
  void whatIsNotAWholeAnswerIsNone(String text) throws Exception {
    assertThat(answered(text)).isEmpty();
  }

  @Test
  void anInterimAnswerIsNotTheLast() throws Exception {
    assertThat(answered("HTTP/1.1 102 Wait\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")).contains(204);
  }

  @Test
  void anAnswerWithoutAnEndIsBrokenOff() throws Exception {
    assertThat(answered("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000))).isEmpty();
  }

  @Test
  @SuppressWarnings("try") // Closing it early is what is tested.
  void closingBreaksOffWhatIsBeingSent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketPost post = newPost(Duration.ofMinutes(10))) {
      CompletableFuture<Optional<Integer>> sent =
          CompletableFuture.supplyAsync(() -> send(post, urlOf(silent)));
      try (Socket taken = silent.accept()) {
        taken.getInputStream().read();
        post.close();

        assertThat(sent.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(send(post, urlOf(silent))).isEmpty();
      }
    }
  }

  @Test
  void whatWasAnsweredLeavesNoDeadline() {
    ManualScheduler deadlines = new ManualScheduler();
    try (Receiver receiver = Receiver.open();
        SocketPost post = newPost(Duration.ofMinutes(10), deadlines)) {
      assertThat(send(post, receiver.url())).contains(200);
    }

    assertThat(deadlines.untilNext()).isEmpty();
  }

  private Optional<Integer> answered(String text) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answering =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getInputStream().read(new byte[4_096]);
                  socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException brokenOff) {
                  assertThat(brokenOff).isNotNull();
                }
              });
      Optional<Integer> status = post(urlOf(server), Duration.ofSeconds(5));
      answering.get(10, TimeUnit.SECONDS);
      return status;
    }
  }

  private Optional<Integer> post(URI url, Duration limit) {
    try (SocketPost post = newPost(limit)) {
      return send(post, url);
    }
  }

  private SocketPost newPost(Duration limit) {
    return newPost(limit, scheduler);
  }

  private SocketPost newPost(Duration limit, Scheduler deadlines) {
    return new SocketPost(
        new TargetRule(false, InetAddress::getAllByName), trust, deadlines, limit);
  }

  private static Optional<Integer> send(SocketPost post, URI url) {
    return post.send(new WebhookTarget("1", url, "secret"), Map.of("X-Mock-Delivery", "1"), BODY);
  }

  private static URI urlOf(ServerSocket server) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  private static SSLContext serverContext(DevelopmentCa ca) throws Exception {
    KeyStore store = ca.serverKeyStore(PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
