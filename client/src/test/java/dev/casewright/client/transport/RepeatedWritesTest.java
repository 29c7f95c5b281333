package dev.casewright.client.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch of the JVM that makes the JDK send a write again when its connection drops. */
class RepeatedWritesTest {
  private static final String SWITCH = "jdk.httpclient.enableAllMethodRetry";

  private final EmedgeneClientBuilder builder =
      EmedgeneClient.builder().baseUrl(URI.create("https://localhost:1")).token("token");

  @AfterEach
  void switchBack() {
    System.clearProperty(SWITCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true", "TRUE"})
  void aClientIsNotBuiltWhileTheJdkWouldSendWritesAgain(String value) {
    System.setProperty(SWITCH, value);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(SWITCH);
  }

  @Test
  void itIsBuiltIfThatIsSwitchedOff() {
    System.setProperty(SWITCH, "false");

    assertThatCode(() -> builder.build().close()).doesNotThrowAnyException();
  }

  @Test
  void itIsBuiltOnATransportOfOnesOwnWhichTheSwitchDoesNotReach() {
    System.setProperty(SWITCH, "true");

    assertThatCode(
            () ->
                builder
                    .transport(
                        (request, options) -> {
                          throw new AssertionError("sent");
                        })
                    .build()
                    .close())
        .doesNotThrowAnyException();
  }
}
