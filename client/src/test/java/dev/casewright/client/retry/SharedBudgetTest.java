package dev.casewright.client.retry;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many repetitions all calls of a client have together. */
class SharedBudgetTest extends RepeatedCalls {
  @Test
  void allCallsOfAClientTakeFromOneBudgetAndAnotherClientFromItsOwn() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), 3);
    Operations one = operations(policy);

    failureOf(one::read);
    failureOf(one::read);
    failureOf(one::read);
    assertThat(sent).hasSize(3 + 2 + 1);

    sent.clear();
    failureOf(operations(policy)::read);
    assertThat(sent).hasSize(3);
  }

  @Test
  void onlyACallThatEndsWellAtOnceEarnsTheBudgetAnything() {
    RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1), 1);
    Operations operations = operations(policy);
    failureOf(operations::read);
    answers = answering(404, Map.of());
    for (int call = 0; call < 10; call++) {
      failureOf(operations::read);
    }
    answers = answering(503, Map.of());
    sent.clear();
    failureOf(operations::read);
    assertThat(sent).hasSize(1);

    answers = answering(200, Map.of());
    for (int call = 0; call < 10; call++) {
      operations.read();
    }
    answers = answering(503, Map.of());
    sent.clear();
    failureOf(operations::read);
    assertThat(sent).hasSize(2);
  }
}
