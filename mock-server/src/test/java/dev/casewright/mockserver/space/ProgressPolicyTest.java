package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressPolicyTest {

  @ParameterizedTest
  @CsvSource({"at-once, PT0S", "2s, PT2S", "500ms, PT0.5S", "1m, PT1M", "reads:3, reads:3"})
  void aPolicyIsReadFromText(String text, String policy) {
    assertThat(ProgressPolicy.parse(text)).hasToString(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "-1s", "2h", "reads:", "reads:0", "never", "9999999999s"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ProgressPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
