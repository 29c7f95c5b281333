package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which spaces take a place among those that there may be: those that are there. */
@Timeout(30)
class SpacePlacesTest {

  private final AtomicReference<Runnable> whileMade = new AtomicReference<>(() -> {});
  private final Spaces spaces = new Spaces(this::seed, Clock.systemUTC(), ProgressPolicy.never());

  @Test
  void aSpaceThatCannotBeMadeTakesNoPlace() {
    spaces.atMost(2);
    whileMade.set(
        () -> {
          throw new IllegalStateException("No seed.");
        });
    assertThatThrownBy(() -> spaces.of("broken")).hasMessage("No seed.");
    whileMade.set(() -> {});

    assertThat(spaces.of("one").name()).isEqualTo("one");
  }

  @Test
  void aSpaceThatIsRemovedWhileItIsMadeIsEitherThereWithAPlaceOrNot() throws Exception {
    spaces.atMost(2);
    AtomicReference<Thread> removing = new AtomicReference<>();
    whileMade.set(() -> removing.set(BesideThread.run(() -> spaces.remove("one"))));
    spaces.of("one");
    whileMade.set(() -> {});
    removing.get().join();

    try {
      spaces.of("two");
    } catch (Refusal noRoom) {
      assertThat(noRoom.status()).isEqualTo(503);
    }

    assertThat(spaces.names()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void theDefaultSpaceIsMadeAgainHoweverManyThereAre() {
    spaces.atMost(2);
    spaces.of("one");
    spaces.remove("default");

    assertThatThrownBy(() -> spaces.of("two")).isInstanceOf(Refusal.class);
    assertThat(spaces.of("default").name()).isEqualTo("default");
  }

  private SpaceState seed(String name) {
    if (!name.equals("default")) {
      whileMade.get().run();
    }
    return SpaceState.of(
        new Organisation(Json.object(), List.of(), List.of(), Map.of(), Map.of()),
        List.of(),
        List.of());
  }
}
