package dev.casewright.client.transport;

import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends exchanges whose time is over while nobody looks at it. It looks at all that are under way
 * when the first of them may be late, and not once for each: nearly every exchange ends long
 * before, and waking a thread for it would cost more than the rest of the waiting. Its one thread
 * starts with the first exchange and ends when it is closed. Thread-safe.
 */
final class DeadlineTimer implements AutoCloseable {
  /** The time until the next look when none is needed. */
  static final long NEVER = Long.MAX_VALUE;

  private final Set<Exchange> running;
  private final ScheduledThreadPoolExecutor thread;
  private final long start = System.nanoTime();
  private volatile long next = NEVER;
  private Future<?> look;

  /**
   * Creates a timer.
   *
   * @param running those that are under way; concurrent
   */
  DeadlineTimer(Set<Exchange> running) {
    this.running = running;
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
    thread.setRemoveOnCancelPolicy(true);
  }

  /**
   * Sees to it that what is under way is looked at in time. To be called by whoever joined it, or
   * changed what he waits for.
   *
   * @param nanos how long it may wait for it
   */
  void lookWithin(long nanos) {
    long due = now() + nanos;
    if (due < next) {
      schedule(due);
    }
  }

  private synchronized void schedule(long due) {
    if (due < next) {
      if (look != null) {
        look.cancel(false);
      }
      next = due;
      look = thread.schedule(this::look, due - now(), TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    synchronized (this) {
      // Who joins from here on schedules a look of his own; who was there before is looked at now.
      next = NEVER;
      look = null;
    }
    long nearest = NEVER;
    for (Exchange exchange : running) {
      nearest = Math.min(nearest, exchange.endIfLate());
    }
    if (nearest != NEVER) {
      lookWithin(nearest);
    }
  }

  private long now() {
    return System.nanoTime() - start;
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
