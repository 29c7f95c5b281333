package dev.casewright.mockserver.webhook;

import java.time.Duration;

/** Does work on other threads, now or later. Thread-safe. */
interface Agenda extends AutoCloseable {

  /**
   * Does work after a time, on any thread and beside other work.
   *
   * @return takes it from the agenda if it has not begun
   */
  Runnable later(Duration delay, Runnable work);

  /** Forgets what has not begun; its threads end with what has. */
  void stop();

  /** Stops, and returns when no thread is left. */
  @Override
  void close();
}
