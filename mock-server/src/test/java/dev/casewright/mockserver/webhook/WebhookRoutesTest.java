package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.Threads;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.atOnce()));

  @Test
  void changesByCallByAdminAndByTheirOwnAreSent() {
    try (Receiver receiver = Receiver.open()) {
      register(receiver);
      String name = MOCK.createCase();
      assertThat(receiver.next().body()).contains(name, "in_progress");
      assertThat(receiver.next().body()).contains(name, "delivered");

      MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"finalized\"}");
      assertThat(receiver.next().body()).contains(name, "finalized");

      MOCK.space().setCaseStatus(name, "uploading");
      assertThat(receiver.next().body()).contains(name, "uploading");
    }
  }

  @Test
  void casesGoOnThoughNobodyReads() {
    try (Receiver receiver = Receiver.open()) {
      register(receiver);
      MOCK.space().progress().ofCases(ProgressPolicy.every(Duration.ofMillis(50)));
      String name = MOCK.createCase();

      assertThat(receiver.next().body()).contains(name, "in_progress");
      assertThat(receiver.next().body()).contains(name, "delivered");
    }
  }

  @Test
  void targetsAreListedWithoutTheirSecretAndRemoved() {
    try (Receiver receiver = Receiver.open()) {
      String id = register(receiver);

      Answer list = admin("GET", "", "");
      assertThat(list.json().at("/webhooks/0/url").asText()).isEqualTo(receiver.url().toString());
      assertThat(list.json().toString()).doesNotContain("canary");

      assertThat(admin("DELETE", "/" + id, "").status()).isEqualTo(200);
      assertThat(admin("GET", "", "").json().path("webhooks")).isEmpty();
      assertThat(admin("DELETE", "/" + id, "").status()).isEqualTo(404);
    }
  }

  @Test
  void deliveriesAreListedAndReplayed() {
    try (Receiver receiver = Receiver.open()) {
      register(receiver);
      String name = MOCK.space().caseNames("delivered").get(0);
      MOCK.space().setCaseStatus(name, "finalized");
      String id = receiver.next().headers().get("X-Mock-Delivery");

      JsonNode delivery = admin("GET", "/deliveries", "").json().at("/deliveries/0");
      assertThat(delivery.path("id").asText()).isEqualTo(id);
      assertThat(delivery.path("case").asText()).isEqualTo(name);
      assertThat(delivery.path("status").asText()).isEqualTo("finalized");
      MOCK.space().webhooks().remove(delivery.path("webhook").asText());
      assertThat(admin("POST", "/deliveries/" + id + "/replay", "").status()).isEqualTo(409);
      assertThat(admin("POST", "/deliveries/none/replay", "").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\": \"http://127.0.0.1:9/\"}",
        "{\"url\": \"http://127.0.0.1:9/\", \"secret\": \" \"}",
        "{\"url\": \"http://192.0.2.1/\", \"secret\": \"canary\"}",
        "{\"url\": \"not a url\", \"secret\": \"canary\"}"
      })
  void whatCannotBeATargetIsRefused(String body) {
    Answer answer = admin("POST", "", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).isNotEmpty().doesNotContain("canary");
    assertThat(MOCK.space().webhooks().targets()).isEmpty();
  }

  @Test
  void noThreadIsLeftWhenTheServerIsClosed() {
    Set<Thread> before = Threads.named("casewright-webhook");
    MockServer server = MockServer.start();
    server.space().webhooks().register(URI.create("http://127.0.0.1:9/"), "secret");
    String name = server.space().caseNames("delivered").get(0);
    server.space().setCaseStatus(name, "finalized");
    Set<Thread> its = Threads.named("casewright-webhook");
    its.removeAll(before);
    assertThat(its).isNotEmpty();

    server.close();

    Threads.assertEnd(its);
  }

  private static String register(Receiver receiver) {
    String body = "{\"url\": \"" + receiver.url() + "\", \"secret\": \"canary\"}";
    return admin("POST", "", body).json().path("id").asText();
  }

  private static Answer admin(String method, String path, String body) {
    String webhooks = "/__mock/api/spaces/" + MOCK.space().name() + "/webhooks";
    return MOCK.send(method, webhooks + path, body, Map.of());
  }
}
