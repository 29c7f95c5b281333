package dev.casewright.mockserver.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets one thread tell another to stop, and wait until it has. */
final class StopSignal {

  private static final long PATIENCE_SECONDS = 10;

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
