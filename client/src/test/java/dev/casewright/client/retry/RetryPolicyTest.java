package dev.casewright.client.retry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
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
