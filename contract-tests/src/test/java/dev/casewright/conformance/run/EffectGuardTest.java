package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be sent goes by the contract, and not by what a check says. */
class EffectGuardTest {

  private final SentMessages sent = new SentMessages();

  @ParameterizedTest
  @CsvSource({
    "READ, POST, /api/auth/v2/api_login/",
    "READ, GET, /api/test?status=finalized",
    "CREATE, POST, /api/cases/v2/cases",
    "CREATE, POST, /api/cases/v2/cases/?dry_run=true",
    "CREATE, GET, /api/test/v2/EMG000000001/reports/pdf/1",
    "CREATE, POST, /api/no-such-address",
    "CHANGE, PUT, /api/test/EMG000000001",
    "CHANGE, PUT, //api//test/EMG000000001/",
    "CHANGE, POST, /api/participant/EMG000000001",
    "DELETE, DELETE, /api/test/EMG000000001"
  })
  void requestIsSentFromItsEffectOn(Effect effect, String method, String target) {
    for (Effect allowed : new Effect[] {Effect.READ, Effect.CREATE, Effect.CHANGE, Effect.DELETE}) {
      EffectGuard guard = new EffectGuard(sent, Api.EMEDGENE, allowed);
      sent.all().clear();
      if (allowed.compareTo(effect) >= 0) {
        guard.send(method, target, Map.of(), null);
        assertThat(sent.lines()).as("allowed %s", allowed).hasSize(1);
      } else {
        assertThatThrownBy(() -> guard.send(method, target, Map.of(), null))
            .isInstanceOf(NotAllowedException.class)
            .hasMessageContaining("--effects " + effect);
        assertThat(sent.lines()).as("allowed %s", allowed).isEmpty();
      }
    }
  }

  @Test
  void refusalNamesTheOperationAndNothingOfTheAddress() {
    EffectGuard guard = new EffectGuard(sent, Api.EMEDGENE, Effect.READ);

    assertThatThrownBy(() -> guard.send("PUT", "/api/test/EMG000000001", Map.of(), "{}"))
        .hasMessage("It needs --effects change, for updateCaseStatus.");
  }
}
