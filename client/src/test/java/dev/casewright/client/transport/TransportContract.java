package dev.casewright.client.transport;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.RedirectException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import feign.Client;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What our clients need of a transport, run for each. To see whether a transport of your own will
 * do, extend this class, give it in {@link #transport()}, and run it.
 */
abstract class TransportContract {
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final String WELL = Samples.report(5012, "CW-1");
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";

  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, WELL));
  private Client transport;
  private OpalClient opal;
  private EmedgeneClient emedgene;

  /** A new transport, with time enough for connecting. */
  abstract Client transport();

  /** Ends a transport, if it needs to be. */
  void end(Client used) {}

  /** Whether the connection of an answer that is given up ends without delay. */
  boolean endsConnectionsAtOnce() {
    return true;
  }

  @BeforeEach
  void open() {
    transport = transport();
    opal = opal(Timeouts.defaults());
    emedgene = Clients.emedgene(server).retry(RetryPolicy.never()).transport(transport).build();
  }

  @AfterEach
  void close() {
    opal.close();
    emedgene.close();
    end(transport);
    server.close();
  }

  @Test
  void aRequestIsSentAsItIs() {
    server.answer(request -> Reply.json(200, "{\"objects\": []}"));
    opal.searchByAccessionPart("a%2Fb +&ü/..").firstPage();

    Received sent = server.only();
    assertThat(sent.method()).isEqualTo("GET");
    assertThat(sent.target()).contains("accession_id=a%252Fb%20%2B%26%C3%BC%2F..");
    assertThat(sent.body()).isEmpty();
    assertThat(sent.headers().get("Authorization")).containsExactly("Basic bG9naW46cGFzc3dvcmQ=");
    assertThat(sent.header("Accept")).isEqualTo("application/json");
    assertThat(sent.headers().get("User-Agent"))
        .singleElement()
        .asString()
        .startsWith("casewright");
  }

  @Test
  void aBodyIsSentWithItsLengthAndType() {
    server.answer(request -> Reply.json(200, "{}"));

    emedgene.updateStatus("EMG 1", CaseStatus.of("für später"));

    Received sent = server.only();
    assertThat(sent.method()).isEqualTo("PUT");
    assertThat(sent.path()).isEqualTo("/api/test/EMG%201");
    assertThat(sent.body()).isEqualTo("{\"status\":\"für später\"}");
    assertThat(sent.headers().get("Content-Length")).containsExactly("25");
    assertThat(sent.header("Content-Type")).startsWith("application/json");
  }

  @Test
  void nothingIsAskedForThatTheClientDidNotAskFor() {
    opal.getReport(5012);

    assertThat(server.only().headers()).doesNotContainKeys("Accept-Encoding", "Cookie", "Referer");
  }

  @Test
  void aCookieIsNotKept() {
    server.answer(
        request ->
            Reply.of(
                200, Map.of("Set-Cookie", "a=b; Path=/"), WELL.getBytes(StandardCharsets.UTF_8)));
    opal.getReport(5012);
    opal.getReport(5012);

    assertThat(server.received()).allSatisfy(sent -> assertThat(sent.header("Cookie")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) {
    try (FixtureServer other = FixtureServer.start(request -> Reply.json(200, WELL))) {
      server.answer(
          request -> Reply.of(status, Map.of("Location", other.url() + "/"), new byte[0]));

      assertThat(failureOf(() -> opal.getReport(5012))).isInstanceOf(RedirectException.class);
      assertThat(failureOf(this::write)).isInstanceOf(RedirectException.class);
      assertThat(server.received()).hasSize(2);
      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void anErrorIsHandedOnWithItsBody() {
    server.answer(request -> Reply.json(404, "{\"description\": \"no such report\"}"));

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(failure).isInstanceOf(NotFoundException.class);
    assertThat(failure.serverMessage()).contains("no such report");
  }

  @Test
  void aRefusalOfTheCredentialsIsHandedOnWithItsBody() {
    server.answer(
        request ->
            Reply.of(
                401,
                Map.of("WWW-Authenticate", "Basic realm=x"),
                "\"who?\"".getBytes(StandardCharsets.UTF_8)));

    CasewrightException failure = failureOf(() -> opal.getReport(5012));

    assertThat(failure.status()).hasValue(401);
    assertThat(failure.serverMessage()).contains("who?");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aWriteIsNeverSentTwice() {
    server.answer(request -> Reply.drop());
    assertThat(failureOf(this::write)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.received()).hasSize(1);

    server.answer(request -> Reply.json(200, "{}"));
    write();
    server.answer(request -> Reply.drop());
    assertThat(failureOf(this::write)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.received()).as("on a connection that was used before").hasSize(3);
  }

  @Test
  void aReadIsSentTwiceAtMost() {
    server.answer(request -> Reply.drop());

    assertThat(failureOf(() -> opal.getReport(5012))).isInstanceOf(TransportException.class);
    assertThat(server.received()).hasSizeBetween(1, 2);
  }

  @Test
  void anAnswerIsStreamed() {
    server.answer(request -> Reply.held(HEAD + "%PDF-1.7 "));
    AtomicInteger octets = new AtomicInteger();

    failureOf(() -> opal.downloadFinalPdf(5012, fullAfter(octets)));

    assertThat(octets).as("of an answer whose end never comes").hasPositiveValue();
  }

  @Test
  void anAnswerThatIsGivenUpIsNotReadToItsEnd() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    server.answer(request -> Reply.endless(gone));

    failureOf(() -> opal.downloadFinalPdf(5012, fullAfter(new AtomicInteger())));

    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anAnswerThatBreaksOffIsAFailure() {
    server.answer(request -> Reply.truncated(100, new byte[50]));

    assertThat(failureOf(() -> opal.downloadFinalPdf(5012, OutputStream.nullOutputStream())))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void anAnswerThatIsCompressedIsRefused() {
    server.answer(
        request -> Reply.of(200, Map.of("Content-Encoding", "gzip"), new byte[] {31, -117, 8}));

    assertThat(failureOf(() -> opal.getReport(5012)))
        .isInstanceOfAny(DecodeException.class, TransportException.class);
  }

  @Test
  void aHeadThatStallsEndsInTime() {
    server.answer(request -> Reply.held("HTTP/1.1 200 OK\r\n"));

    assertEndsInTime(Timeouts.defaults().withResponse(SHORT));
  }

  @Test
  void aBodyThatStallsEndsInTime() {
    server.answer(request -> Reply.held(HEAD));

    assertEndsInTime(Timeouts.defaults().withTotal(SHORT).withDownload(SHORT));
  }

  @Test
  void aSlowDripEndsInTime() {
    server.answer(request -> Reply.dripping(HEAD + "%PDF-1.7 ", "x"));

    assertEndsInTime(Timeouts.defaults().withTotal(SHORT).withDownload(SHORT));
  }

  private void assertEndsInTime(Timeouts timeouts) {
    try (OpalClient impatient = opal(timeouts)) {
      CasewrightException failure =
          failureOf(() -> impatient.downloadFinalPdf(5012, OutputStream.nullOutputStream()));

      assertThat(failure).isInstanceOf(DeadlineException.class);
      assertThat(failure.elapsed()).isBetween(SHORT, SHORT.plusSeconds(2));
      if (endsConnectionsAtOnce()) {
        assertThat(server.openConnections(0)).as("connections left open").isZero();
      }
    }
  }

  @Test
  void manyThreadsMayUseItAtOnce() {
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(call -> opal.getReport(5012).id())
                .distinct())
        .containsExactly(5012L);
    assertThat(server.received()).hasSize(64);
  }

  private void write() {
    emedgene.updateStatus("EMG000000001", CaseStatus.DELIVERED);
  }

  private OpalClient opal(Timeouts timeouts) {
    return Clients.opal(server)
        .timeouts(timeouts)
        .retry(RetryPolicy.never())
        .transport(transport)
        .build();
  }

  /** A target that counts, and takes nothing. */
  private static OutputStream fullAfter(AtomicInteger octets) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        octets.incrementAndGet();
        throw new IOException("no space left");
      }
    };
  }
}
