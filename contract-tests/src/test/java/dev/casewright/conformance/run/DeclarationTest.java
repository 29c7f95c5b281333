package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks declare what they do, and are held to it. */
class DeclarationTest {

  private final SentMessages sent = new SentMessages();

  @Test
  void checkOfARequirementThatTakesAProbeNamesTheProbe() {
    try (Suite suite = new Suite(Clock.systemUTC())) {
      assertThat(suite.checks())
          .filteredOn(
              check -> check.requirements().stream().anyMatch(one -> one.effect() == Effect.PROBE))
          .isNotEmpty()
          .allSatisfy(check -> assertThat(check.probes()).as(check.name()).isNotEmpty());
    }
  }

  @Test
  void everyKindOfProbeIsSentByACheck() {
    try (Suite suite = new Suite(Clock.systemUTC())) {
      assertThat(suite.checks())
          .flatExtracting(Check::probes)
          .containsAll(EnumSet.allOf(Probe.class));
    }
  }

  @Test
  void checkThatDoesMoreThanItDeclaresIsAnErrorOfTheSuite() {
    assertThatThrownBy(() -> send(check(Effect.READ), Api.EMEDGENE, "POST", "/api/cases/v2/cases"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A.check sends createCase: its @Verifies has to name the effect create.");
    assertThat(sent.all()).isEmpty();
  }

  @Test
  void probeThatIsNotDeclaredIsAnErrorOfTheSuite() {
    Check none = check(Effect.DELETE);

    assertThatThrownBy(() -> send(none, Api.OPAL, "GET", "/reports"))
        .hasMessageContaining("no-credentials");
    assertThatThrownBy(() -> send(none, Api.OPAL, "GET", "/kittens"))
        .hasMessageContaining("unknown-things");
    assertThatThrownBy(() -> send(none, Api.OPAL, "HEAD", "/reports"))
        .hasMessageContaining("other-methods");
    assertThatThrownBy(() -> send(none, Api.OPAL, "PUT", "/kittens"))
        .hasMessageContaining("other-methods");
  }

  @Test
  void whatIsDeclaredIsSent() {
    Check check = check(Effect.READ, Probe.NO_CREDENTIALS);

    assertThatCode(() -> send(check, Api.OPAL, "GET", "/reports")).doesNotThrowAnyException();
    assertThat(sent.all()).hasSize(1);
  }

  private void send(Check check, Api api, String method, String target) {
    new DeclarationGuard(sent, api, false, check).send(method, target, Map.of(), null);
  }

  private static Check check(Effect effect, Probe... probes) {
    return new Check("A.check", List.of(), Api.OPAL, effect, false, Set.of(probes));
  }
}
