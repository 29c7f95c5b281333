package dev.casewright.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.MockSignature;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.VirtualTime;
import dev.casewright.client.retry.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeReceiverTest {
  private static final Map<String, List<String>> NO_HEADERS = Map.of();
  private static final String FINALIZED = "{\"name\": \"EMG000000001\", \"status\": \"finalized\"}";
  private static final String DELIVERED = "{\"name\": \"EMG000000001\", \"status\": \"delivered\"}";

  private final VirtualTime time = new VirtualTime();

  @AutoClose
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, FINALIZED));

  @AutoClose
  private final EmedgeneClient client = Clients.emedgene(server).retry(RetryPolicy.never()).build();

  private final NoticeReceiver receiver = receiver().build();

  private NoticeReceiverBuilder receiver() {
    return NoticeReceiver.builder(client).withoutSignature().time(time);
  }

  @Test
  void aNoticeIsConfirmedByTheCaseThatTheServerHas() {
    NoticeResult result = receive(FINALIZED);

    assertThat(result.outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
    assertThat(result.readCase().orElseThrow().status()).isEqualTo(CaseStatus.FINALIZED);
    assertThat(server.only().target()).isEqualTo("/api/test/EMG000000001/info");
  }

  @Test
  void aNoticeThatTheServerDoesNotBearOutIsNotConfirmed() {
    server.answer(request -> Reply.json(200, DELIVERED));

    NoticeResult result = receive(FINALIZED);

    assertThat(result.outcome()).isEqualTo(NoticeOutcome.NOT_CONFIRMED);
    assertThat(result.readCase().orElseThrow().status()).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void anAnswerAboutAnotherCaseConfirmsNothing() {
    server.answer(
        request -> Reply.json(200, "{\"name\": \"EMG000000002\", \"status\": \"finalized\"}"));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.NOT_CONFIRMED);
  }

  @Test
  void aRepeatedNoticeIsADuplicateAndNothingIsRead() {
    receive(FINALIZED);

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.DUPLICATE);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aNoticeWithAnotherBodyIsNoDuplicate() {
    receive(FINALIZED);

    assertThat(receive(FINALIZED + " ").outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeThatWasNotConfirmedIsNoDuplicateWhenItComesAgain() {
    server.answer(request -> Reply.json(200, DELIVERED));
    receive(FINALIZED);
    server.answer(request -> Reply.json(200, FINALIZED));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeIsNoDuplicateWhenTheWindowIsOver() {
    receive(FINALIZED);
    time.pass(Duration.ofMinutes(10));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aCaseThatComesBackToAStatusIsNoDuplicate() {
    receive(FINALIZED);
    server.answer(request -> Reply.json(200, DELIVERED));
    receive(DELIVERED);
    server.answer(request -> Reply.json(200, FINALIZED));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void theOldestNoticeIsForgottenWhenThereAreTooMany() {
    NoticeReceiver small = receiver().remember(Duration.ofMinutes(10), 2).build();
    for (String body : List.of(FINALIZED, FINALIZED + " ", FINALIZED + "  ")) {
      small.receive(NO_HEADERS, bytes(body));
    }

    assertThat(small.receive(NO_HEADERS, bytes(FINALIZED + "  ")).outcome())
        .isEqualTo(NoticeOutcome.DUPLICATE);
    assertThat(small.receive(NO_HEADERS, bytes(FINALIZED)).outcome())
        .isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeThatWasForgottenIsConfirmedAgain() {
    receiver.forget(receive(FINALIZED));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeWhoseCaseCouldNotBeReadIsNoDuplicateWhenItComesAgain() {
    server.answer(request -> Reply.json(503, "{}"));
    assertThatThrownBy(() -> receive(FINALIZED)).isInstanceOf(ServerException.class);
    server.answer(request -> Reply.json(200, FINALIZED));

    assertThat(receive(FINALIZED).outcome()).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void ofTwoEqualNoticesAtTheSameTimeOneIsConfirmed() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    server.answer(
        request -> {
          both.countDown();
          return out -> {
            try {
              both.await();
            } catch (InterruptedException interruption) {
              throw new IOException(interruption);
            }
            return Reply.json(200, FINALIZED).write(out);
          };
        });
    FutureTask<NoticeResult> other = new FutureTask<>(() -> receive(FINALIZED));
    Thread thread = new Thread(other);
    thread.start();

    NoticeResult one = receive(FINALIZED);

    assertThat(List.of(one.outcome(), other.get(10, TimeUnit.SECONDS).outcome()))
        .containsExactlyInAnyOrder(NoticeOutcome.CONFIRMED, NoticeOutcome.DUPLICATE);
  }

  @Test
  void aNoticeAboutAnUnknownCaseIsRefused() {
    server.answer(request -> Reply.json(404, "{}"));

    assertThat(receive(FINALIZED).refusal()).contains(NoticeRefusal.NO_SUCH_CASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "finalized", "[]", "null", "{\"name\": \"EMG000000001\"", "\u0000"})
  void whatIsNoJsonObjectIsRefused(String body) {
    assertThat(receive(body).refusal()).contains(NoticeRefusal.NOT_A_JSON_OBJECT);
  }

  @Test
  void aBodyThatIsNestedDeeplyIsRefused() {
    assertThat(receive("{\"a\":".repeat(10_000)).refusal())
        .contains(NoticeRefusal.NOT_A_JSON_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\": \"finalized\"}",
        "{\"name\": 7, \"status\": \"finalized\"}",
        "{\"name\": \"\", \"status\": \"finalized\"}",
        "{\"name\": \"../org\", \"status\": \"finalized\"}",
        "{\"name\": \"EMG000000001\\n\", \"status\": \"finalized\"}"
      })
  void aNoticeWithoutANameOfACaseIsRefusedAndNothingIsSent(String body) {
    assertThat(receive(body).refusal()).contains(NoticeRefusal.NO_CASE_NAME);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aNoticeWithoutAStatusIsRefused() {
    assertThat(receive("{\"name\": \"EMG000000001\"}").refusal()).contains(NoticeRefusal.NO_STATUS);
  }

  @Test
  void aReceiverCanDoWithoutAStatus() {
    NoticeReceiver lenient = receiver().withoutStatus().build();

    assertThat(lenient.receive(NO_HEADERS, bytes("{\"name\": \"EMG000000001\"}")).outcome())
        .isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void nameAndStatusAreFoundWhereThePointersLead() {
    NoticeReceiver other =
        receiver().caseNameAt("/events/0/case~1id").statusAt("/events/0/to").build();

    assertThat(
            other
                .receive(
                    NO_HEADERS,
                    bytes("{\"events\": [{\"case/id\": \"EMG000000001\", \"to\": \"finalized\"}]}"))
                .outcome())
        .isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedAndNotReadToItsEnd() throws IOException {
    NoticeReceiver small = receiver().largestBody(100).build();
    ByteArrayInputStream body = new ByteArrayInputStream(new byte[1000]);

    assertThat(small.receive(NO_HEADERS, body).refusal()).contains(NoticeRefusal.TOO_LARGE);
    assertThat(body.available()).isEqualTo(899);
  }

  @Test
  void aBodyOfTheLimitIsTaken() throws IOException {
    NoticeReceiver small = receiver().largestBody(bytes(FINALIZED).length).build();

    assertThat(small.receive(NO_HEADERS, new ByteArrayInputStream(bytes(FINALIZED))).outcome())
        .isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeWithoutARightSignatureIsRefusedAndNothingIsSent() {
    NoticeReceiver signed =
        NoticeReceiver.builder(client).signature(MockSignature.with("my secret")).build();

    assertThat(signed.receive(NO_HEADERS, bytes(FINALIZED)).refusal())
        .contains(NoticeRefusal.NOT_GENUINE);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aReceiverHasToBeToldWhetherNoticesAreSigned() {
    assertThatThrownBy(() -> NoticeReceiver.builder(client).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("withoutSignature()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "404", "503", "none"})
  void nothingOfANoticeIsShown(String answer) {
    server.answer(
        request ->
            switch (answer) {
              case "200" -> Reply.json(200, "{\"name\": \"EMG1\", \"status\": \"finalized\"}");
              case "none" -> Reply.drop();
              default -> Reply.json(Integer.parseInt(answer), "{}");
            });

    String shown;
    try {
      shown =
          receive("{\"name\": \"Canary\", \"status\": \"Canary\", \"Canary\": [\"Canary\"]}")
              .toString();
    } catch (CasewrightException failure) {
      shown = failure + String.valueOf(failure.getCause());
    }

    assertThat(shown).doesNotContain("Canary");
    assertThat(server.received()).extracting(Received::path).contains("/api/test/Canary/info");
  }

  private NoticeResult receive(String body) {
    return receiver.receive(NO_HEADERS, bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
