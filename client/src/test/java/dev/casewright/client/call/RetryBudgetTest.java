package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  @Test
  void aBudgetGivesWhatItHasAndNoMore() {
    RetryBudget budget = new RetryBudget(2);

    assertThat(IntStream.range(0, 4).mapToObj(index -> budget.take()))
        .containsExactly(true, true, false, false);
  }

  @Test
  void tenGoodCallsEarnOneRepetition() {
    RetryBudget budget = new RetryBudget(1);
    budget.take();

    IntStream.range(0, 9).forEach(index -> budget.giveBack());
    assertThat(budget.take()).isFalse();
    budget.giveBack();
    assertThat(budget.take()).isTrue();
  }

  @Test
  void goodCallsDoNotPileUpMoreThanThereWasAtTheStart() {
    RetryBudget budget = new RetryBudget(1);

    IntStream.range(0, 100).forEach(index -> budget.giveBack());

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }
}
