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
  private final Map<Space, Look> planned = new IdentityHashMap<>();

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
    plan(new Look(space, scheduler), Duration.ZERO);
  }

  synchronized void forget(Space space) {
    Look look = planned.remove(space);
    if (look != null) {
      look.cancel.run();
    }
  }

  private synchronized void plan(Look look, Duration wait) {
    planned.put(look.space, look);
    look.cancel = look.scheduler.after(wait, look);
  }

  /** What was set or forgotten while a look went on stands. */
  private synchronized void planAgain(Look look, Duration wait) {
    if (planned.get(look.space) == look) {
      plan(new Look(look.space, look.scheduler), wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
    }
  }

  /** One look at a space, of which one at most is planned. Looking lets go on what is due. */
  private final class Look implements Runnable {

    private final Space space;
    private final Scheduler scheduler;
    private Runnable cancel = () -> {};

    Look(Space space, Scheduler scheduler) {
      this.space = space;
      this.scheduler = scheduler;
    }

    @Override
    public void run() {
      space
          .nextMove()
          .filter(due -> !frozen.test(space.name()))
          .map(due -> Duration.between(space.clock().instant(), due))
          .ifPresent(wait -> planAgain(this, wait));
    }
  }
}
