package dev.casewright.mockserver.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets one thread tell another to stop, and wait until it has. */
final class StopSignal {

  /** Requests in flight have a time of their own to be answered in; this is only against a hang. */
  private static final long PATIENCE_SECONDS = 600;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /** Blocks until somebody asks to stop. */
  void await() throws InterruptedException {
    asked.await();
  }

  void stop() {
    asked.countDown();
  }

  void stopped() {
    done.countDown();
  }

  void stopAndWait() {
    stop();
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
