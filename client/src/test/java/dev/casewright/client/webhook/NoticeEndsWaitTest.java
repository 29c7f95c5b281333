package dev.casewright.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.MockSignature;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.waiting.PollPolicy;
import dev.casewright.client.waiting.Wait;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A receiver in a server of the user's own, and a wait with pauses of an hour. */
class NoticeEndsWaitTest {
  private static final String SECRET = "my secret";
  private static final String FINALIZED = "{\"name\": \"EMG000000001\", \"status\": \"finalized\"}";

  @Test
  void aNoticeEndsThePauseOfAWaitForItsCase() throws Exception {
    try (FixtureServer server =
            FixtureServer.start(
                request ->
                    Reply.json(200, "{\"name\": \"EMG000000001\", \"status\": \"delivered\"}"));
        EmedgeneClient client =
            Clients.emedgene(server).polling(PollPolicy.every(Duration.ofHours(1))).build()) {
      NoticeReceiver receiver =
          NoticeReceiver.builder(client).signature(MockSignature.with(SECRET)).build();
      HttpServer hook = hook(receiver);
      CountDownLatch read = new CountDownLatch(1);
      FutureTask<CaseStatus> waiting =
          new FutureTask<>(
              () ->
                  client
                      .awaitStatus(
                          "EMG000000001",
                          Wait.builder(Duration.ofHours(10), CaseStatus.FINALIZED)
                              .wokenBy(receiver.signal())
                              .listener(progress -> read.countDown())
                              .build())
                      .status());
      new Thread(waiting).start();
      read.await();
      server.answer(request -> Reply.json(200, FINALIZED));

      int answered = send(hook.getAddress().getPort());

      assertThat(answered).isEqualTo(200);
      assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(CaseStatus.FINALIZED);
      hook.stop(0);
    }
  }

  private static HttpServer hook(NoticeReceiver receiver) throws Exception {
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/hook",
        exchange -> {
          NoticeResult result =
              receiver.receive(exchange.getRequestHeaders(), exchange.getRequestBody());
          exchange.sendResponseHeaders(result.outcome() == NoticeOutcome.REFUSED ? 400 : 200, -1);
          exchange.close();
        });
    hook.start();
    return hook;
  }

  /** As the mock server signs. */
  private static int send(int port) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature =
        "sha256="
            + HexFormat.of().formatHex(mac.doFinal(FINALIZED.getBytes(StandardCharsets.UTF_8)));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hook"))
                .header("X-Mock-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(FINALIZED))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
