package dev.casewright.client.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.opal.OpalClient;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.omicia.com",
        "HTTP://api.omicia.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1"
      })
  void plainHttpToAnotherMachineIsRefusedWhateverTheCallerAllows(String url) {
    assertThatThrownBy(() -> BaseUrl.checked(URI.create(url), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
  void plainHttpToThisMachineHasToBeAllowedInWords(String url) {
    assertThatThrownBy(() -> BaseUrl.checked(URI.create(url), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPlainHttpOnLoopback()");
    assertThat(BaseUrl.checked(URI.create(url), true)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.omicia.com",
        "/reports",
        "ftp://api.omicia.com",
        "https://user:secret@api.omicia.com",
        "https://api.omicia.com?x=secret",
        "https://api.omicia.com#secret",
        "https:///secret"
      })
  void whatIsNoBaseUrlIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> BaseUrl.checked(URI.create(url), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aSlashAtTheEndMakesNoDifference() {
    assertThat(BaseUrl.checked(URI.create("https://api.omicia.com/"), false))
        .hasToString("https://api.omicia.com");
  }

  @Test
  void aClientIsNotBuiltHalf() {
    assertThatThrownBy(() -> OpalClient.builder().credentials("login", "password").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("baseUrl");
    assertThatThrownBy(
            () -> OpalClient.builder().baseUrl(URI.create("https://api.omicia.com")).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("credentials");
    assertThatThrownBy(
            () ->
                OpalClient.builder()
                    .baseUrl(URI.create("https://api.omicia.com"))
                    .credentials("login", "password")
                    .timeout(Duration.ZERO)
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout");
  }
}
