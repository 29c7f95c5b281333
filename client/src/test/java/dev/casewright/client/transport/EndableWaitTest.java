package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndableWaitTest {
  private final EndableWait wait = new EndableWait();

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void whoWaitsIsInterruptedAndToldThatItWasForTheWait() {
    wait.end();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(wait.overByInterruption()).isTrue();
  }

  @Test
  void anEndThatComesTooLateToBeMetLeavesNoInterruption() {
    wait.end();

    wait.over();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nobodyIsInterruptedOnceTheWaitIsOver() {
    wait.over();

    wait.end();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nobodyIsInterruptedOnceAnInterruptionHasEndedTheWait() {
    wait.overByInterruption();

    wait.end();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptionOfSomebodyElseIsNotTakenForTheEnd() {
    Thread.currentThread().interrupt();
    wait.end();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(wait.overByInterruption()).isFalse();
  }

  @Test
  void anInterruptionOfSomebodyElseThatWasNotMetStays() {
    Thread.currentThread().interrupt();
    wait.end();

    wait.over();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptionOfSomebodyElseAfterTheEndWasMetStays() {
    wait.end();
    assertThat(Thread.interrupted()).isTrue();
    Thread.currentThread().interrupt();

    assertThat(wait.overByInterruption()).isTrue();
    wait.over();

    assertThat(Thread.interrupted()).isTrue();
  }
}
