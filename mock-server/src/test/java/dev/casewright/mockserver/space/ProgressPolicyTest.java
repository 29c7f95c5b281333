package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "at-once, at-once",
    "2s, 2s",
    "500ms, 500ms",
    "1m, 60s",
    "reads:3, reads:3",
    "never, never"
  })
  void aPolicyIsReadFromText(String text, String policy) {
    assertThat(ProgressPolicy.parse(text)).hasToString(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "-1s", "2h", "reads:", "reads:0", "Never", "9999999999s"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ProgressPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
