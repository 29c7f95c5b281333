package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.time.Clocks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpaceTurnsTest {

  private static final Organisation ORGANISATION =
      new Organisation(Json.object(), List.of(), List.of(), Map.of(), Map.of());

  private final List<String> turns = Collections.synchronizedList(new ArrayList<>());
  private final Space space =
      new Spaces(
              name -> SpaceState.of(ORGANISATION, List.of(), List.of()),
              new Clocks(Clock.systemUTC())::of,
              Progress.of(ProgressPolicy.never(), ProgressPolicy.never()))
          .of("one");

  @Test
  void whoWaitsComesBeforeWhoHadATurnAndAsksAgain() throws InterruptedException {
    Thread waiting =
        space.change(
            (state, now) ->
                new Space.Change<>(state, BesideThread.run(() -> takeTurn("who waits"))));

    takeTurn("who asks again");
    waiting.join();

    assertThat(turns).containsExactly("who waits", "who asks again");
  }

  private void takeTurn(String who) {
    space.change((state, now) -> new Space.Change<>(state, turns.add(who)));
  }
}
