package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.schedule.Scheduler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that wait for their time, until the server is about to stop: then what waits happens at
 * once, and what comes later does not wait. Thread-safe.
 */
final class Waits {

  private final Scheduler scheduler;
  private final Map<Object, Runnable> waiting = new LinkedHashMap<>();
  private boolean over;

  Waits(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Runs a task once, after a time or when the waits end, whichever is first; before this returns
   * if they have ended.
   *
   * @param task must not block
   * @return takes the task back if it has not begun
   */
  Runnable until(Duration time, Runnable task) {
    Object wait = new Object();
    if (!isAdded(wait, task)) {
      task.run();
      return () -> {};
    }
    Runnable cancel = scheduler.after(time, () -> happen(wait));
    return () -> taken(wait).ifPresent(takenBack -> cancel.run());
  }

  /** Ends all waits, also those to come. May be repeated. */
  void end() {
    ended().forEach(this::happen);
  }

  synchronized boolean areOver() {
    return over;
  }

  private void happen(Object wait) {
    taken(wait).ifPresent(Runnable::run);
  }

  private synchronized boolean isAdded(Object wait, Runnable task) {
    if (!over) {
      waiting.put(wait, task);
    }
    return !over;
  }

  private synchronized Optional<Runnable> taken(Object wait) {
    return Optional.ofNullable(waiting.remove(wait));
  }

  private synchronized List<Object> ended() {
    over = true;
    return List.copyOf(waiting.keySet());
  }
}
