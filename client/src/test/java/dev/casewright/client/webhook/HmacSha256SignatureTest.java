package dev.casewright.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.fixture.MockSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSha256SignatureTest {
  /** Test case 2 of RFC 4231. */
  private static final String SECRET = "Jefe";

  private static final byte[] BODY =
      "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
  private static final String DIGITS =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private final SignatureCheck check = MockSignature.with(SECRET);

  @ParameterizedTest
  @ValueSource(strings = {"X-Mock-Signature", "X-mock-signature", "x-mock-signature"})
  void theRightSignatureIsGenuineHoweverTheHeaderIsSpelt(String header) {
    assertThat(isGenuine(Map.of(header, List.of("sha256=" + DIGITS)))).isTrue();
  }

  @Test
  void anotherBodyIsNotGenuine() {
    assertThat(
            check.isGenuine(
                Map.of("X-Mock-Signature", List.of("sha256=" + DIGITS)), new byte[] {1}))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha256=xyz",
        "sha256=5bdcc146",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844"
      })
  void anotherValueIsNotGenuine(String value) {
    assertThat(isGenuine(Map.of("X-Mock-Signature", List.of(value)))).isFalse();
  }

  @Test
  void aMissingSignatureIsNotGenuine() {
    assertThat(isGenuine(Map.of())).isFalse();
  }

  @Test
  void aSecondSignatureIsNotGenuine() {
    assertThat(
            isGenuine(Map.of("X-Mock-Signature", List.of("sha256=" + DIGITS, "sha256=" + DIGITS))))
        .isFalse();
  }

  @Test
  void aBlankSecretIsRefused() {
    assertThatThrownBy(() -> MockSignature.with(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(check.toString()).doesNotContain(SECRET);
  }

  private boolean isGenuine(Map<String, List<String>> headers) {
    return check.isGenuine(headers, BODY);
  }
}
