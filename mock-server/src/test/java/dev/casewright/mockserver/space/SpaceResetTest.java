package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpaceResetTest {

  private static final String NAME = "EMG000000001";
  private static final OrgUser USER = new OrgUser(1, "Synthetic User", "user@lab.example");

  private final MutableClock base = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
  private final Clocks clocks = new Clocks(base);
  private final Spaces spaces =
      new Spaces(
          name -> seed(),
          clocks::of,
          Progress.of(ProgressPolicy.every(Duration.ofSeconds(10)), ProgressPolicy.never()));
  private final Space space = spaces.of("one");

  @Test
  void aReadBesideAResetMovesNothingOfWhatWas() throws Exception {
    List<CaseMove> told = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<Thread> reading = new AtomicReference<>();
    spaces.watch((changed, moves) -> told.addAll(moves));
    spaces.onReset(clocks::resetWith);
    spaces.onReset(name -> reading.set(BesideThread.run(space::state)));
    clocks.freeze(Optional.of("one"));
    space.change((state, now) -> new Space.Change<>(state.setOut(NAME, now), 0));
    base.advance(Duration.ofHours(1));

    space.reset();
    reading.get().join();

    assertThat(told).isEmpty();
    assertThat(space.state().caseNamed(NAME).orElseThrow().status()).isEqualTo("uploading");
  }

  private static SpaceState seed() {
    CaseFile file =
        new CaseFile(
            NAME,
            Json.object(),
            USER,
            CaseStanding.atStart("uploading", Instant.EPOCH),
            List.of(),
            List.of(),
            Json.array());
    return SpaceState.of(
        new Organisation(Json.object(), List.of(USER), List.of(), Map.of(), Map.of()),
        List.of(),
        List.of(file));
  }
}
