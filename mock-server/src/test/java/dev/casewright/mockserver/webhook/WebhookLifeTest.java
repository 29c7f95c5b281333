package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When webhooks run at all, and how much they keep. */
class WebhookLifeTest extends WebhookScene {

  @Test
  void timeAloneLetsCasesGoOnAndIsTold() {
    register();
    setOut();
    agenda().run();
    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(10));

    base.advance(Duration.ofSeconds(10));
    agenda().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("in_progress");

    base.advance(Duration.ofSeconds(10));
    agenda().pass(Duration.ofSeconds(10));
    assertThat(receiver.next().body()).contains("delivered");
    assertThat(agenda().untilNext()).isEmpty();
  }

  @Test
  void aClockThatIsAdvancedLetsCasesGoOnAtOnce() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    agenda().run();
    assertThat(agenda().untilNext()).isEmpty();

    clocks.advance(Optional.of("one"), Duration.ofSeconds(20));
    agenda().run();

    assertThat(receiver.next().body()).contains("in_progress");
    assertThat(receiver.next().body()).contains("delivered");
  }

  @Test
  void aClockThatRunsAgainIsWaitedForAgain() {
    register();
    setOut();
    clocks.freeze(Optional.of("one"));
    agenda().run();

    clocks.reset(Optional.of("one"));
    agenda().run();

    assertThat(agenda().untilNext()).contains(Duration.ofSeconds(10));
  }

  @Test
  void withoutTargetsNothingRuns() {
    set(ONE, "finalized");
    assertThat(agendas).isEmpty();

    WebhookTarget target = register();
    assertThat(agenda().isStopped()).isFalse();
    webhooks.remove("one", target.id());
    assertThat(agenda().isStopped()).isTrue();

    register();
    assertThat(agendas).hasSize(2);
    space.reset();
    assertThat(agenda().isStopped()).isTrue();
    assertThat(webhooks.targets("one")).isEmpty();
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

    agenda().pass(Duration.ofSeconds(1));
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
