package dev.casewright.mockserver.schedule;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Waits by the clock of the machine, on threads of its own, which begin with the first tasks. */
public final class SystemScheduler implements Scheduler {

  /** No task is meant to go on for longer once its thread is interrupted. */
  private static final long SECONDS_TO_END = 5;

  private final ScheduledThreadPoolExecutor executor;

  /**
   * With nothing to do yet.
   *
   * @param name what its threads are called
   * @param threads how many tasks can be run at once
   */
  public SystemScheduler(String name, int threads) {
    this.executor =
        new ScheduledThreadPoolExecutor(
            threads,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable after(Duration time, Runnable task) {
    try {
      Future<?> scheduled = executor.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException stopped) {
      return () -> {};
    }
  }

  @Override
  public void stop() {
    executor.shutdownNow();
  }

  @Override
  public void close() {
    stop();
    try {
      executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
