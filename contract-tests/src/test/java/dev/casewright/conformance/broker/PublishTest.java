package dev.casewright.conformance.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in for a broker that keeps what was sent to it. */
class PublishTest {

  private static final String PACT =
      "{\"consumer\": {\"name\": \"my lab\"}, \"provider\": {\"name\": \"opal\"}}";

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile int status = 201;
  private HttpServer broker;

  @TempDir private Path pacts;

  @BeforeEach
  void start() throws IOException {
    broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    broker.createContext("/", this::keep);
    broker.start();
  }

  @AfterEach
  void stop() {
    broker.stop(0);
  }

  @Test
  void pactIsPutUnderItsProviderItsConsumerAndTheVersion() throws IOException {
    Files.writeString(pacts.resolve("a.json"), PACT);

    assertThat(publication(Optional.empty()).publish(pacts, "1.0+4f2", Optional.empty()))
        .containsExactly("my lab to opal, version 1.0+4f2");

    assertThat(sent)
        .containsExactly(
            new Sent(
                "PUT", "/pacts/provider/opal/consumer/my%20lab/version/1.0%2B4f2", "none", PACT));
  }

  @Test
  void branchIsToldBeforeTheFirstPactAndOnceForEachConsumer() throws IOException {
    Files.writeString(pacts.resolve("a.json"), PACT);
    Files.writeString(pacts.resolve("b.json"), PACT.replace("opal", "emedgene"));

    publication(Optional.empty()).publish(pacts, "1", Optional.of("feat/x"));

    assertThat(sent)
        .extracting(Sent::path)
        .containsExactly(
            "/pacticipants/my%20lab/branches/feat%2Fx/versions/1",
            "/pacts/provider/opal/consumer/my%20lab/version/1",
            "/pacts/provider/emedgene/consumer/my%20lab/version/1");
  }

  @Test
  void credentialsAreSent() throws IOException {
    Files.writeString(pacts.resolve("a.json"), PACT);

    publication(Optional.of("Bearer secret")).publish(pacts, "1", Optional.empty());

    assertThat(sent).extracting(Sent::authorization).containsExactly("Bearer secret");
  }

  @Test
  void refusalEndsThePublication() throws IOException {
    Files.writeString(pacts.resolve("a.json"), PACT);
    Files.writeString(pacts.resolve("b.json"), PACT);
    status = 401;

    assertThatThrownBy(() -> publication(Optional.empty()).publish(pacts, "1", Optional.empty()))
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("401");
    assertThat(sent).hasSize(1);
  }

  @Test
  void redirectIsNotFollowedWithTheCredentials() throws IOException {
    Files.writeString(pacts.resolve("a.json"), PACT);
    status = 302;

    assertThatThrownBy(
            () -> publication(Optional.of("Bearer secret")).publish(pacts, "1", Optional.empty()))
        .isInstanceOf(BrokerRefusedException.class);
    assertThat(sent).hasSize(1);
  }

  @Test
  void folderWithoutPactsIsRefused() {
    assertThatThrownBy(() -> publication(Optional.empty()).publish(pacts, "1", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no pacts");
  }

  private PactPublication publication(Optional<String> authorization) {
    URI url = URI.create("http://127.0.0.1:" + broker.getAddress().getPort());
    return new PactPublication(url, authorization, HttpClient.newHttpClient());
  }

  private void keep(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    sent.add(
        new Sent(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            authorization == null ? "none" : authorization,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private record Sent(String method, String path, String authorization, String body) {}
}
