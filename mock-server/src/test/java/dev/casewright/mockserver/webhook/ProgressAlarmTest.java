package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MutableClock;
import dev.casewright.mockserver.schedule.ManualScheduler;
import dev.casewright.mockserver.space.Progress;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressAlarmTest {

  private static final String NAME = "EMG000000009";

  private final MutableClock clock = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
  private final Progress progress =
      Progress.of(ProgressPolicy.every(Duration.ofHours(1)), ProgressPolicy.never());
  private final Spaces spaces = new Spaces(name -> seed(), name -> clock, progress);
  private final Space space = spaces.of("one");
  private final ManualScheduler scheduler = new ManualScheduler();
  private final AtomicReference<Runnable> afterLooking = new AtomicReference<>(() -> {});
  private final ProgressAlarm alarm =
      new ProgressAlarm(
          name -> {
            afterLooking.getAndSet(() -> {}).run();
            return false;
          });

  @Test
  void anAlarmThatIsSetBesideALookStands() {
    space.change((state, now) -> new Space.Change<>(state.setOut(NAME, now), 0));
    afterLooking.set(
        () -> {
          progress.ofCases().changeServer(old -> ProgressPolicy.every(Duration.ofSeconds(1)));
          alarm.set(space, scheduler);
        });
    alarm.set(space, scheduler);

    scheduler.run();

    assertThat(scheduler.untilNext()).contains(Duration.ofSeconds(1));
    assertThat(scheduler.waiting()).isEqualTo(1);
  }

  @Test
  void anAlarmThatIsForgottenBesideALookIsNotSetAgain() {
    space.change((state, now) -> new Space.Change<>(state.setOut(NAME, now), 0));
    afterLooking.set(() -> alarm.forget(space));
    alarm.set(space, scheduler);

    scheduler.run();

    assertThat(scheduler.untilNext()).isEmpty();
  }

  @Test
  void anAlarmThatIsForgottenDoesNotWait() {
    alarm.set(space, scheduler);

    alarm.forget(space);

    assertThat(scheduler.waiting()).isZero();
  }

  private static SpaceState seed() {
    SpaceState state = WebhookScene.seed();
    return state.with(WebhookScene.newCase(NAME, "uploading"));
  }
}
