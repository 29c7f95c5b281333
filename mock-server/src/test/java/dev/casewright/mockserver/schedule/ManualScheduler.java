package dev.casewright.mockserver.schedule;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Does nothing by itself. Either a test takes each task and says when its time has come, or it lets
 * time go by for all of them; what is run is run on the thread of the test.
 */
public final class ManualScheduler implements Scheduler {

  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private Duration passed = Duration.ZERO;
  private boolean stopped;

  @Override
  public synchronized Runnable after(Duration time, Runnable task) {
    Task scheduled = new Task(time, passed.plus(time), task, new CountDownLatch(1));
    if (!stopped) {
      tasks.add(scheduled);
    }
    return () -> {
      tasks.remove(scheduled);
      scheduled.cancelled().countDown();
    };
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    tasks.clear();
  }

  @Override
  public void close() {
    stop();
  }

  /** Takes the next task, once it was scheduled. */
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

  /** Lets time go by, and runs all that comes due, in its order. */
  public void pass(Duration time) {
    Duration end = later(time);
    for (Optional<Task> next = due(end); next.isPresent(); next = due(end)) {
      next.get().run();
    }
    reach(end);
  }

  /** Runs what is due already. */
  public void run() {
    pass(Duration.ZERO);
  }

  /** How long until the next task is due; nothing if there is none. */
  public synchronized Optional<Duration> untilNext() {
    return tasks.stream().map(Task::at).min(Duration::compareTo).map(at -> at.minus(passed));
  }

  /** How many tasks wait for their time. */
  public int waiting() {
    return tasks.size();
  }

  public synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized Duration later(Duration time) {
    return passed.plus(time);
  }

  private synchronized void reach(Duration time) {
    passed = time.compareTo(passed) > 0 ? time : passed;
  }

  private synchronized Optional<Task> due(Duration end) {
    Optional<Task> next =
        tasks.stream()
            .filter(task -> task.at().compareTo(end) <= 0)
            .min(Comparator.comparing(Task::at));
    next.ifPresent(
        task -> {
          tasks.remove(task);
          reach(task.at());
        });
    return next;
  }

  /** Something that waits for so long, until the time of the scheduler is this. */
  public record Task(Duration time, Duration at, Runnable task, CountDownLatch cancelled) {

    public void run() {
      task.run();
    }

    public boolean isCancelledInTime() throws InterruptedException {
      return cancelled.await(20, TimeUnit.SECONDS);
    }
  }
}
