package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between nothing and what is a wait drawn. */
class LongestWaitTest {
  @ParameterizedTest
  @CsvSource({"2, 500", "3, 1000", "4, 2000", "5, 4000", "6, 8000", "7, 8000", "1000, 8000"})
  void theLongestWaitDoublesUpToItsLimit(int attempt, long milliseconds) {
    assertThat(Retries.longestWaitBefore(attempt, RetryPolicy.defaults()))
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @Test
  void aLimitBetweenTwoDoublingsIsKept() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(2), Duration.ofSeconds(3), 1);

    assertThat(Retries.longestWaitBefore(3, policy)).isEqualTo(Duration.ofSeconds(3));
  }
}
