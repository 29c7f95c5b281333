package dev.casewright.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.retry.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done for a notice is a part of taking it. */
class NoticeWorkTest {
  private static final String FINALIZED = "{\"name\": \"EMG000000001\", \"status\": \"finalized\"}";
  private static final String DELIVERED = "{\"name\": \"EMG000000001\", \"status\": \"delivered\"}";

  private final AtomicLong now = new AtomicLong();
  private final List<String> archived = new ArrayList<>();
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, FINALIZED));
  private final EmedgeneClient client =
      EmedgeneClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .token("token")
          .retry(RetryPolicy.never())
          .build();
  private final NoticeReceiver receiver =
      NoticeReceiver.builder(client).withoutSignature().time(now::get).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theWorkIsDoneOnceWithTheCaseThatTheServerHas() {
    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.CONFIRMED);
    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.DUPLICATE);

    assertThat(archived).containsExactly("EMG000000001 finalized");
  }

  @Test
  void aNoticeThatIsNotConfirmedIsNotWorkedOn() {
    server.answer(request -> Reply.json(200, DELIVERED));

    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.NOT_CONFIRMED);
    assertThat(receive("no notice", this::archive)).isEqualTo(NoticeOutcome.REFUSED);
    assertThat(archived).isEmpty();
  }

  @Test
  void aNoticeWhoseWorkFailedIsConfirmedWhenItComesAgain() {
    assertThatThrownBy(() -> receive(FINALIZED, NoticeWorkTest::failing))
        .isInstanceOf(IOException.class)
        .hasMessage("The disk is full.");

    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.CONFIRMED);
    assertThat(archived).hasSize(1);
  }

  @Test
  void aNoticeThatComesAgainWhileItsWorkIsUnderWayIsNoDuplicateAndNotWorkedOn() {
    List<NoticeOutcome> during = new ArrayList<>();

    receive(FINALIZED, read -> during.add(receive(FINALIZED, this::archive)));

    assertThat(during).containsExactly(NoticeOutcome.UNDER_WAY);
    assertThat(archived).isEmpty();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aNoticeThatOvertookAWorkThatFailsIsConfirmedTheNextTime() {
    assertThatThrownBy(
            () ->
                receive(
                    FINALIZED,
                    read -> {
                      receive(FINALIZED, this::archive);
                      failing(read);
                    }))
        .isInstanceOf(IOException.class);

    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aWorkThatTakesLongerThanTheWindowIsStillUnderWay() {
    List<NoticeOutcome> during = new ArrayList<>();

    receive(
        FINALIZED,
        read -> {
          now.addAndGet(Duration.ofHours(2).toNanos());
          during.add(receive(FINALIZED, this::archive));
        });

    assertThat(during).containsExactly(NoticeOutcome.UNDER_WAY);
    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.DUPLICATE);
  }

  @Test
  void aCaseThatComesBackToAStatusWhoseWorkIsUnderWayIsWorkedOnAgain() {
    receive(
        FINALIZED,
        read -> {
          server.answer(request -> Reply.json(200, DELIVERED));
          receive(DELIVERED, this::archive);
        });
    server.answer(request -> Reply.json(200, FINALIZED));

    assertThat(receive(FINALIZED, this::archive)).isEqualTo(NoticeOutcome.CONFIRMED);
  }

  @Test
  void aNoticeWhoseBodyIsStillToBeReadIsWorkedOnToo() throws IOException {
    receiver.receive(
        Map.of(),
        new ByteArrayInputStream(FINALIZED.getBytes(StandardCharsets.UTF_8)),
        this::archive);

    assertThat(archived).hasSize(1);
  }

  private void archive(CaseInfo read) {
    archived.add(read.name() + " " + read.status().value());
  }

  private static void failing(CaseInfo read) throws IOException {
    throw new IOException("The disk is full.");
  }

  private <E extends Exception> NoticeOutcome receive(String body, NoticeWork<E> work) throws E {
    return receiver.receive(Map.of(), body.getBytes(StandardCharsets.UTF_8), work).outcome();
  }
}
