package dev.casewright.mockserver.webhook;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Works on a few threads of its own, which end when it is closed. */
final class ThreadAgenda implements Agenda {

  private static final int THREADS = 8;
  private static final long SECONDS_TO_END = 5;

  private final ScheduledThreadPoolExecutor threads;

  ThreadAgenda() {
    this.threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "casewright-webhook");
              thread.setDaemon(true);
              return thread;
            },
            // Work that comes after closing has nobody left to do it for.
            new ThreadPoolExecutor.DiscardPolicy());
    threads.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable later(Duration delay, Runnable work) {
    Future<?> planned = threads.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> planned.cancel(false);
  }

  @Override
  public void stop() {
    threads.shutdownNow();
  }

  @Override
  public void close() {
    stop();
    try {
      threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
