package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody said is careful, and what would give a secret away is refused. */
class RunSettingsTest {

  private static final User USER = new User("own", "secret");

  @Test
  void whatIsNotSaidReadsOnlyAndGoesSlowlyToAnotherMachine() {
    RunSettings settings = at("https://tenant.example").build();

    assertThat(settings.effects()).isEqualTo(Effect.READ);
    assertThat(settings.probes()).isEmpty();
    assertThat(settings.maxRequests()).isEqualTo(RunSettingsBuilder.MAX_REQUESTS);
    assertThat(settings.perSecond()).contains(RunSettingsBuilder.PER_SECOND_AS_GUEST);
    assertThat(settings.opal().orElseThrow().redirectUrl()).hasToString("http://tenant.example");
  }

  @Test
  void thisMachineIsAskedAtAnyPace() {
    assertThat(at("http://localhost:8080").build().perSecond()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost", "http://127.0.0.1:80", "http://127.1.2.3", "http://[::1]:1"})
  void plainHttpIsGoodOnThisMachine(String url) {
    assertThatCode(() -> at(url).build()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://tenant.example", "http://127.0.0.1.example", "http://10.0.0.1"})
  void plainHttpToAnotherMachineIsRefused(String url) {
    assertThatThrownBy(() -> at(url).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("over TLS only");
  }

  @Test
  void adminApiOfTheMockIsAskedOverTlsTooOnAnotherMachine() {
    MockAccess mock = new MockAccess(URI.create("http://mock.example"), Optional.of("secret"));

    assertThatThrownBy(() -> at("https://mock.example").mock(mock).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("over TLS only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://own:secret@tenant.example", "ftp://tenant.example", "tenant"})
  void addressThatIsNoneOfAnApiIsRefusedWithoutBeingShown(String url) {
    assertThatThrownBy(() -> at(url).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void probesAreNoEffectToAllow() {
    assertThatThrownBy(() -> at("http://localhost").effects(Effect.PROBE).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RunSettingsBuilder at(String url) {
    return RunSettings.builder().opal(URI.create(url), USER);
  }
}
