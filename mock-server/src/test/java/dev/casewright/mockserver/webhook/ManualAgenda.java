package dev.casewright.mockserver.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Does its work when it is told to, on the thread that tells it. */
final class ManualAgenda implements Agenda {

  private final List<Entry> entries = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private boolean stopped;

  private record Entry(Duration at, Runnable work) {}

  @Override
  public synchronized Runnable later(Duration delay, Runnable work) {
    Entry entry = new Entry(passed.plus(delay), work);
    if (!stopped) {
      entries.add(entry);
    }
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    entries.removeIf(one -> one == entry);
  }

  /** Lets time go by, and does all that comes due, in its order. */
  void pass(Duration time) {
    Duration end;
    synchronized (this) {
      end = passed.plus(time);
    }
    for (Optional<Entry> next = due(end); next.isPresent(); next = due(end)) {
      next.get().work().run();
    }
    synchronized (this) {
      passed = end;
    }
  }

  /** Does what is due already. */
  void run() {
    pass(Duration.ZERO);
  }

  private synchronized Optional<Entry> due(Duration end) {
    Optional<Entry> next =
        entries.stream()
            .filter(entry -> entry.at().compareTo(end) <= 0)
            .min(Comparator.comparing(Entry::at));
    next.ifPresent(
        entry -> {
          entries.removeIf(one -> one == entry);
          passed = entry.at().compareTo(passed) > 0 ? entry.at() : passed;
        });
    return next;
  }

  /** How long until the next work is due; nothing if there is none. */
  synchronized Optional<Duration> untilNext() {
    return entries.stream().map(Entry::at).min(Duration::compareTo).map(at -> at.minus(passed));
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    entries.clear();
  }

  @Override
  public void close() {
    stop();
  }
}
