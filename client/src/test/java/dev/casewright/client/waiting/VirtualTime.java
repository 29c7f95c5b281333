package dev.casewright.client.waiting;

import dev.casewright.client.time.Sleeper;
import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only in sleeps, which do not block. */
final class VirtualTime implements Ticker, Sleeper {
  private final AtomicLong now = new AtomicLong();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(time);
    now.addAndGet(time.toNanos());
  }

  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
