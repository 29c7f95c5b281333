package dev.casewright.conformance.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {

  private static final String SECRET = "s3cr&t <p'ass\"word>";

  private final Canaries canaries = new Canaries(List.of("Canaryqwert"), List.of(SECRET));

  @ParameterizedTest
  @ValueSource(strings = {"Canaryqwert", "CANARYQWERT", "the canaryqwert's", "xCanaryqwertx"})
  void nameIsFoundInUpperAndLowerCase(String text) {
    assertThat(canaries.kindIn(text)).contains("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "login:"})
  void secretIsFoundInBase64WhereverItStands(String before) {
    byte[] pair = (before + SECRET + "!").getBytes(StandardCharsets.UTF_8);

    assertThat(canaries.kindIn(Base64.getEncoder().encodeToString(pair))).contains("secret");
    assertThat(canaries.kindIn(Base64.getUrlEncoder().encodeToString(pair))).contains("secret");
  }

  @Test
  void secretIsFoundInTheEncodingsOfAddressesMarkupAndJson() {
    assertThat(canaries.kindIn(URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
        .contains("secret");
    assertThat(canaries.kindIn("s3cr&amp;t &lt;p&#39;ass&quot;word&gt;")).contains("secret");
    assertThat(canaries.kindIn("s3cr&t <p'ass\\\"word>")).contains("secret");
  }

  @Test
  void whatIsTooShortIsNotLookedFor() {
    assertThat(new Canaries(List.of("Ada"), List.of("12345")).kindIn("Ada 12345")).isEmpty();
  }

  @Test
  void otherTextsHaveNone() {
    assertThat(canaries.kindIn("Canary and s3cr&t")).isEmpty();
  }

  @Test
  void leakIsReportedWithoutTheCanary() {
    assertThatThrownBy(() -> canaries.requireNoneIn("page.html", "Canaryqwert"))
        .isInstanceOf(LeakException.class)
        .hasMessageStartingWith("A canary name stands in page.html")
        .hasMessageNotContaining("qwert");
  }
}
