package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.space.Space;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lets cases go on at their time though nobody looks at them. A space whose cases all rest, or
 * whose clock stands still, is left alone. Thread-safe.
 */
final class ProgressAlarm {

  /** A clock of a user's own may lag behind the machine's; this is how often it is asked then. */
  private static final Duration SHORTEST = Duration.ofMillis(20);

  private final Predicate<String> frozen;
  private final Map<Space, Runnable> planned = new IdentityHashMap<>();

  /**
   * An alarm.
   *
   * @param frozen whether the clock of a space stands still
   */
  ProgressAlarm(Predicate<String> frozen) {
    this.frozen = frozen;
  }

  /** Looks at a space soon, and then whenever its next case goes on. Does not block. */
  synchronized void set(Space space, Scheduler scheduler) {
    forget(space);
    planned.put(space, scheduler.after(Duration.ZERO, () -> look(space, scheduler)));
  }

  synchronized void forget(Space space) {
    Runnable cancel = planned.remove(space);
    if (cancel != null) {
      cancel.run();
    }
  }

  /** Looking lets go on what is due. */
  private void look(Space space, Scheduler scheduler) {
    space
        .nextMove()
        .filter(due -> !frozen.test(space.name()))
        .map(due -> Duration.between(space.clock().instant(), due))
        .ifPresent(wait -> lookAgain(space, scheduler, wait));
  }

  private synchronized void lookAgain(Space space, Scheduler scheduler, Duration wait) {
    Runnable former = planned.get(space);
    if (former != null) {
      // At most one look is planned for a space.
      former.run();
      planned.put(
          space,
          scheduler.after(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait, () -> look(space, scheduler)));
    }
  }
}
