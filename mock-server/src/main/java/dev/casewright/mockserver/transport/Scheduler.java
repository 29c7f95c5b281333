package dev.casewright.mockserver.transport;

import java.time.Duration;

/** Does things later. Must be safe to be called by many threads at once, and must not block. */
public interface Scheduler extends AutoCloseable {

  /**
   * Runs a task once.
   *
   * @param time how long to wait before
   * @param task what is run; it is quick
   * @return takes the task back if it has not begun
   */
  Runnable after(Duration time, Runnable task);

  /** Takes back all tasks that have not begun, and ends its threads. May be repeated. */
  @Override
  void close();
}
