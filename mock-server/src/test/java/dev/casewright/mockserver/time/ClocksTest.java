package dev.casewright.mockserver.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

  private static final Instant START = Instant.parse("2031-03-04T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Optional<String> SERVER = Optional.empty();
  private static final Optional<String> SPACE = Optional.of("one");

  private final MutableClock base = new MutableClock(START);
  private final Clocks clocks = new Clocks(base);

  @Test
  void aFrozenClockStandsStill() {
    clocks.freeze(SPACE);
    base.advance(MINUTE);

    assertThat(clocks.now(SPACE)).isEqualTo(START);
    assertThat(clocks.isFrozen(SPACE)).isTrue();
    assertThat(clocks.now(Optional.of("another"))).isEqualTo(START.plus(MINUTE));
  }

  @Test
  void aFrozenClockAdvancesAndStandsStillAgain() {
    clocks.freezeAt(SPACE, Instant.EPOCH);
    clocks.advance(SPACE, MINUTE);
    base.advance(MINUTE);

    assertThat(clocks.now(SPACE)).isEqualTo(Instant.EPOCH.plus(MINUTE));
  }

  @Test
  void aRunningClockAdvancesAndRunsOn() {
    clocks.advance(SPACE, MINUTE);
    clocks.advance(SPACE, MINUTE);
    base.advance(MINUTE);

    assertThat(clocks.now(SPACE)).isEqualTo(START.plus(MINUTE.multipliedBy(3)));
    assertThat(clocks.isFrozen(SPACE)).isFalse();
  }

  @Test
  void aResetClockIsThatOfTheServer() {
    clocks.freezeAt(SERVER, Instant.EPOCH);
    clocks.advance(SPACE, MINUTE);
    clocks.reset(SPACE);

    assertThat(clocks.now(SPACE)).isEqualTo(Instant.EPOCH);

    clocks.reset(SERVER);
    assertThat(clocks.now(SPACE)).isEqualTo(START);
  }

  @Test
  void theServersClockMovesNoSpaceThatHasItsOwn() {
    clocks.advance(SPACE, MINUTE);
    clocks.freezeAt(SERVER, Instant.EPOCH);

    assertThat(clocks.of("one").instant()).isEqualTo(START.plus(MINUTE));
    assertThat(clocks.of("another").instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void everyChangeIsTold() {
    List<Optional<String>> told = new ArrayList<>();
    clocks.onChange(told::add);

    clocks.freeze(SPACE);
    clocks.advance(SERVER, MINUTE);
    clocks.reset(SPACE);

    assertThat(told).containsExactly(SPACE, SERVER, SPACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "P3650000D", "PT2562047788015215H"})
  void aClockGoesNeitherBackNorTooFar(String time) {
    assertThatThrownBy(() -> clocks.advance(SPACE, Duration.parse(time)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clocks.now(SPACE)).isEqualTo(START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void aTimeThatTheApisCannotWriteIsRefused(String time) {
    assertThatThrownBy(() -> clocks.freezeAt(SPACE, Instant.parse(time)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
