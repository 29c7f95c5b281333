package dev.casewright.mockserver;

import dev.casewright.mockserver.transport.Scheduler;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Does nothing by itself: a test takes each task and says when its time has come. */
public final class ManualScheduler implements Scheduler {

  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  @Override
  public Runnable after(Duration time, Runnable task) {
    Task scheduled = new Task(time, task, new CountDownLatch(1));
    tasks.add(scheduled);
    return scheduled.cancelled()::countDown;
  }

  @Override
  public void close() {}

  /** The next task, once it was scheduled. */
  public Task next() {
    try {
      Task next = tasks.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("Nothing was scheduled.");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Something that waits. */
  public record Task(Duration time, Runnable task, CountDownLatch cancelled) {

    public void run() {
      task.run();
    }

    public boolean isCancelledInTime() throws InterruptedException {
      return cancelled.await(20, TimeUnit.SECONDS);
    }
  }
}
