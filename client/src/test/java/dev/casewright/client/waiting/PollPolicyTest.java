package dev.casewright.client.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.model.CaseStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aPauseLongerThanADayIsRefused() {
    assertThatThrownBy(() -> PollPolicy.every(Duration.ofDays(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPauseOfNothingIsRefused() {
    assertThatThrownBy(() -> PollPolicy.every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongestPauseThatIsShorterThanTheFirstIsRefused() {
    assertThatThrownBy(() -> PollPolicy.between(SECOND, SECOND.dividedBy(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pausesThatShrinkAreRefused() {
    assertThatThrownBy(() -> new PollPolicy(SECOND, SECOND, 0.9, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aJitterOfTheWholePauseIsRefused() {
    assertThatThrownBy(() -> new PollPolicy(SECOND, SECOND, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new PollPolicy(SECOND, SECOND, Double.NaN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fewerFailuresThanNoneAreRefused() {
    assertThatThrownBy(() -> new PollPolicy(SECOND, SECOND, 1, 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDefaultsAreThoseOfTheReadme() {
    assertThat(PollPolicy.defaults())
        .isEqualTo(new PollPolicy(Duration.ofSeconds(2), Duration.ofMinutes(1), 1.5, 0.2, 3));
  }

  @Test
  void aWaitOfNoTimeIsRefused() {
    assertThatThrownBy(() -> Wait.builder(Duration.ZERO, CaseStatus.DELIVERED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWaitForNothingIsRefused() {
    assertThatThrownBy(() -> Wait.<CaseStatus>builder(SECOND, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
