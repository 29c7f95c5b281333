package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
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
  void aSpaceThatTwoAskForAtOnceIsMadeOnce() throws Exception {
    AtomicReference<Space> beside = new AtomicReference<>();
    AtomicReference<Thread> asking = new AtomicReference<>();
    whileMade.set(
        () -> {
          whileMade.set(() -> {});
          asking.set(BesideThread.run(() -> beside.set(spaces.of("one"))));
        });

    Space made = spaces.of("one");
    asking.get().join();

    assertThat(beside.get()).isSameAs(made);
  }

  @Test
  void aSpaceThatIsAskedForWhileItIsRemovedComesAfterItsSettingsAreForgotten() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<Thread> asking = new AtomicReference<>();
    Space removed = spaces.of("one");
    spaces.onReset(
        name -> {
          asking.set(
              BesideThread.run(
                  () -> order.add(spaces.of(name) == removed ? "removed" : "successor")));
          order.add("forgotten");
        });

    spaces.remove("one");
    asking.get().join();

    assertThat(order).containsExactly("forgotten", "successor");
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
