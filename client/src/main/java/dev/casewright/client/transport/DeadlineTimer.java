package dev.casewright.client.transport;

import dev.casewright.client.deadline.Deadline;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks at deadlines for which no thread waits. Its one thread starts with the first of them and
 * ends when it is closed. Thread-safe.
 */
final class DeadlineTimer implements AutoCloseable {
  private final ScheduledThreadPoolExecutor thread;

  DeadlineTimer() {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread daemon = new Thread(task, "casewright-deadlines");
              daemon.setDaemon(true);
              return daemon;
            },
            // Whoever closes the transport ends what is under way himself.
            new ThreadPoolExecutor.DiscardPolicy());
    // A deadline that was kept must not hold its answer until it passes.
    thread.setRemoveOnCancelPolicy(true);
  }

  /**
   * Looks once what is left of a deadline has passed.
   *
   * @param deadline the deadline
   * @param look what to do then; must not block
   * @return cancels the look
   */
  Future<?> at(Deadline deadline, Runnable look) {
    return thread.schedule(look, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends its thread. Nothing is looked at any more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Waits for the end of its thread. */
  void awaitEnd(long millis) throws InterruptedException {
    thread.awaitTermination(millis, TimeUnit.MILLISECONDS);
  }
}
