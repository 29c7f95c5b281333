package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.space.Space;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When webhooks run at all, and how much they keep. */
class WebhookLifeTest extends WebhookScene {

  @Test
  void timeAloneLetsCasesGoOnAndIsTold() {
    register();
    setOut();
    scheduler().run();
    assertThat(scheduler().untilNext()).contains(Duration.ofSeconds(10));

    base.advance(Duration.ofSeconds(10));
    scheduler().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("in_progress");

    base.advance(Duration.ofSeconds(10));
    scheduler().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("delivered");
    assertThat(scheduler().untilNext()).isEmpty();
  }

  @Test
  void aClockThatIsAdvancedLetsCasesGoOnAtOnce() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    scheduler().run();
    assertThat(scheduler().untilNext()).isEmpty();

    clocks.advance(Optional.of("one"), Duration.ofSeconds(20));
    scheduler().run();

    assertThat(receiver.next().body()).contains("in_progress");
    assertThat(receiver.next().body()).contains("delivered");
  }

  @Test
  void aClockThatRunsAgainIsWaitedForAgain() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    scheduler().run();

    clocks.reset(Optional.of("one"));
    scheduler().run();

    assertThat(scheduler().untilNext()).contains(Duration.ofSeconds(10));
  }

  @Test
  void withoutTargetsNothingRuns() {
    set(ONE, "finalized");
    assertThat(schedulers).isEmpty();

    WebhookTarget target = register();
    assertThat(scheduler().isStopped()).isFalse();
    webhooks.remove("one", target.id());
    assertThat(scheduler().isStopped()).isTrue();

    register();
    assertThat(schedulers).hasSize(2);
    space.reset();
    assertThat(scheduler().isStopped()).isTrue();
    assertThat(webhooks.targets("one")).isEmpty();
  }

  @Test
  void aSpaceThatWasRemovedKeepsNothingFromItsSuccessor() {
    spaces.remove("one");
    assertThatThrownBy(this::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("removed");
    Space successor = spaces.of("one");

    webhooks.register(successor, receiver.url(), "secret");
    successor.change((state, now) -> new Space.Change<>(finalized(state), 0));
    scheduler().run();

    assertThat(receiver.next().body()).contains("finalized");
  }

  @Test
  void whatStillChangesInARemovedSpaceIsNotToldToTheTargetsOfItsSuccessor() {
    spaces.remove("one");
    webhooks.register(spaces.of("one"), receiver.url(), "secret");

    set(ONE, "finalized");

    assertThat(webhooks.deliveries("one")).isEmpty();
  }

  @Test
  void whatIsKeptIsBounded() {
    register();
    receiver.answer(500);
    for (int i = 0; i <= Webhooks.DELIVERIES; i++) {
      set(ONE, i % 2 == 0 ? "finalized" : "delivered");
    }
    assertThat(webhooks.deliveries("one")).hasSize(Webhooks.DELIVERIES);
    assertThat(webhooks.dropped("one")).isEqualTo(1);

    scheduler().pass(Duration.ofSeconds(1));
    String oldest = webhooks.deliveries("one").get(0).id();
    set(TWO, "finalized");

    assertThat(webhooks.deliveries("one"))
        .hasSize(Webhooks.DELIVERIES)
        .noneMatch(delivery -> delivery.id().equals(oldest));
    assertThat(webhooks.dropped("one")).isEqualTo(1);
  }

  @Test
  void aSpaceHasSoManyTargets() {
    for (int i = 0; i < Webhooks.TARGETS; i++) {
      register();
    }

    assertThatThrownBy(this::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10 targets");
  }

  @Test
  void aClosedServerTakesNoTargets() {
    webhooks.close();

    assertThatThrownBy(this::register).isInstanceOf(IllegalStateException.class);
  }
}
