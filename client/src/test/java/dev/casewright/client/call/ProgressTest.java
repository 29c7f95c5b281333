package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.error.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the requests of a call have done to the server, as far as it can be known. */
class ProgressTest {
  private final Progress progress = new Progress();

  @Test
  void aChangeThatWasNotSentHasChangedNothing() {
    assertThat(progress.outcome(Effect.CHANGE)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void whatOnlyReadsChangesNothingWhateverBecomesOfIt() {
    progress.attempted(0);

    assertThat(progress.outcome(Effect.READ)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void whatBecameOfAChangeWithoutAnAnswerIsNotKnown() {
    progress.attempted(10);

    assertThat(progress.outcome(Effect.CREATE)).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aChangeThatDidNotGetToTheServerHasChangedNothing() {
    progress.attempted(10);
    progress.notSent();

    assertThat(progress.outcome(Effect.CHANGE)).isEqualTo(Outcome.UNCHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "200, true, CARRIED_OUT",
    "202, true, CARRIED_OUT",
    "302, false, UNCHANGED",
    "302, true, UNKNOWN",
    "303, false, UNKNOWN",
    "307, true, UNCHANGED",
    "400, true, UNCHANGED",
    "408, true, UNKNOWN",
    "499, true, UNCHANGED",
    "500, true, UNKNOWN",
    "503, true, UNKNOWN"
  })
  void theStatusTellsWhatBecameOfAChange(int status, boolean overTls, Outcome expected) {
    progress.attempted(10);
    progress.answered(status, overTls);

    assertThat(progress.outcome(Effect.CHANGE)).isEqualTo(expected);
  }

  @Test
  void aRefusalDoesNotTellWhatBecameOfTheRequestBeforeIt() {
    progress.attempted(10);
    progress.answered(500, true);
    progress.attempted(10);
    progress.answered(409, true);

    assertThat(progress.outcome(Effect.CHANGE)).isEqualTo(Outcome.UNKNOWN);
  }
}
