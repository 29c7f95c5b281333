package dev.casewright.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  @ParameterizedTest
  @CsvSource({"2, 500", "3, 1000", "4, 2000", "5, 4000", "6, 8000", "7, 8000", "1000, 8000"})
  void theLongestWaitDoublesUpToItsLimit(int attempt, long milliseconds) {
    assertThat(RetryPolicy.defaults().longestWaitBefore(attempt))
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @Test
  void aLimitBetweenTwoDoublingsIsKept() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(2), Duration.ofSeconds(3), 1);

    assertThat(policy.longestWaitBefore(3)).isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "1, -1, 1, 1", "1, 2, 1, 1", "1, 1, 1, -1"})
  void whatMakesNoSenseIsRefused(int attempts, long first, long longest, int budget) {
    assertThatThrownBy(
            () ->
                new RetryPolicy(
                    attempts, Duration.ofSeconds(first), Duration.ofSeconds(longest), budget))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
