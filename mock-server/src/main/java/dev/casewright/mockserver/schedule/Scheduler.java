package dev.casewright.mockserver.schedule;

import java.time.Duration;

/** Does things later. Must be safe to be called by many threads at once. */
public interface Scheduler extends AutoCloseable {

  /**
   * Runs a task once, on any thread and beside other tasks. Must not block.
   *
   * @param time how long to wait before
   * @param task what is run; it holds a thread as long as it takes
   * @return takes the task back if it has not begun
   */
  Runnable after(Duration time, Runnable task);

  /**
   * Takes back all tasks that have not begun; what comes later is not run. Its threads end with
   * what they do. Must not block. May be repeated.
   */
  void stop();

  /** Stops, and returns when no thread is left. May be repeated. */
  @Override
  void close();
}
