package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.webhook.Delivery.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is sent, how often and in which order, over real sockets. */
class WebhooksTest extends WebhookScene {

  @Test
  void aChangeOfStatusIsSent() {
    register();
    set(ONE, "finalized");
    scheduler().run();

    Receiver.Received notice = receiver.next();
    assertThat(notice.method()).isEqualTo("POST");
    assertThat(notice.body()).isEqualTo("{\"name\":\"" + ONE + "\",\"status\":\"finalized\"}");
    assertThat(notice.headers()).containsEntry("Content-Type", "application/json");
    assertThat(notice.headers()).containsEntry("X-Mock-Delivery", only().id());
    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(only().answered()).contains(200);
    assertThat(only().finished()).contains(base.instant());
  }

  @Test
  void whatLeavesTheStatusAsItWasIsNotSent() {
    register();
    set(ONE, "delivered");
    space.change((state, now) -> new Space.Change<>(state.with(newCase("EMG3", "delivered")), 0));
    scheduler().run();

    assertThat(webhooks.deliveries("one")).isEmpty();
  }

  @Test
  void aNoticeIsRepeatedWithLongerAndLongerPausesUntilItIsTaken() {
    register();
    receiver.answer(500, 302, 404);
    set(ONE, "finalized");
    scheduler().run();
    assertThat(only().attempts()).isEqualTo(1);
    assertThat(scheduler().untilNext()).contains(Duration.ofSeconds(1));

    scheduler().pass(Duration.ofSeconds(1));
    assertThat(scheduler().untilNext()).contains(Duration.ofSeconds(2));
    scheduler().pass(Duration.ofSeconds(2));
    assertThat(scheduler().untilNext()).contains(Duration.ofSeconds(4));
    assertThat(only().answered()).contains(404);
    scheduler().pass(Duration.ofSeconds(4));

    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(only().attempts()).isEqualTo(4);
    assertThat(scheduler().untilNext()).isEmpty();
  }

  @Test
  void aNoticeIsGivenUpAfterFiveAttempts() {
    register();
    receiver.close();
    set(ONE, "finalized");
    scheduler().pass(Duration.ofSeconds(14));
    assertThat(only().outcome()).isEqualTo(Outcome.PENDING);
    assertThat(only().attempts()).isEqualTo(4);

    scheduler().pass(Duration.ofSeconds(1));

    assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(only().attempts()).isEqualTo(5);
    assertThat(only().answered()).isEmpty();
    assertThat(scheduler().untilNext()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() {
    register();
    receiver.answer(302);
    set(ONE, "finalized");
    scheduler().run();

    assertThat(receiver.next().uri().getPath()).isEqualTo("/hook");
    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void noticesOfACaseStayInOrder() {
    register();
    receiver.answer(500);
    set(ONE, "finalized");
    set(ONE, "move_to_trash");
    scheduler().run();
    assertThat(receiver.next().body()).contains("finalized");
    assertThat(receiver.isEmpty()).isTrue();

    scheduler().pass(Duration.ofSeconds(1));

    assertThat(receiver.next().body()).contains("finalized");
    assertThat(receiver.next().body()).contains("move_to_trash");
  }

  @Test
  void theNextNoticeGoesOutWhenTheOneBeforeWasGivenUp() {
    register();
    receiver.answer(500, 500, 500, 500, 500);
    set(ONE, "finalized");
    set(ONE, "delivered");
    scheduler().pass(Duration.ofSeconds(15));

    assertThat(webhooks.deliveries("one"))
        .extracting(Delivery::outcome)
        .containsExactly(Outcome.GIVEN_UP, Outcome.DELIVERED);
  }

  @Test
  void casesDoNotWaitForEachOther() {
    register();
    receiver.answer(500);
    set(ONE, "finalized");
    set(TWO, "finalized");
    scheduler().run();

    assertThat(webhooks.deliveries("one"))
        .extracting(Delivery::outcome)
        .containsExactly(Outcome.PENDING, Outcome.DELIVERED);
  }

  @Test
  void eachTargetGetsItsOwn() {
    register();
    try (Receiver other = Receiver.open()) {
      webhooks.register(space, other.url(), "other secret");
      set(ONE, "finalized");
      scheduler().run();

      assertThat(receiver.next().headers().get("X-Mock-Signature"))
          .isNotEqualTo(other.next().headers().get("X-Mock-Signature"));
    }
  }

  @Test
  void otherSpacesSendNothing() {
    register();
    Space other = spaces.of("two");
    other.change((state, now) -> new Space.Change<>(finalized(state), 0));
    scheduler().run();

    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void aDeliveryIsReplayedUnderItsId() {
    register();
    set(ONE, "finalized");
    scheduler().run();
    String first = receiver.next().headers().get("X-Mock-Delivery");

    assertThat(webhooks.replay("one", first)).map(Delivery::outcome).contains(Outcome.PENDING);
    assertThatThrownBy(() -> webhooks.replay("one", first))
        .isInstanceOf(IllegalStateException.class);
    scheduler().run();

    assertThat(receiver.next().headers()).containsEntry("X-Mock-Delivery", first);
    assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(webhooks.replay("one", "nothing")).isEmpty();
  }

  @Test
  void whatWaitsForARemovedTargetIsGivenUp() {
    WebhookTarget target = register();
    receiver.answer(500);
    set(ONE, "finalized");
    scheduler().run();

    assertThat(webhooks.remove("one", target.id())).isTrue();

    assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThatThrownBy(() -> webhooks.replay("one", only().id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(webhooks.remove("one", target.id())).isFalse();
  }
}
