package dev.casewright.mockserver.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Watches a connection that nothing more will be sent on, until the client leaves or somebody says
 * that it is over. What the client still sends is thrown away.
 */
final class Departure implements Callback {

  private static final int BUFFER = 1_024;

  private final Arrival arrival;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});

  /** Drops the connection once, however often it happens. */
  Departure(Arrival arrival) {
    this.arrival = arrival;
  }

  void cancels(Runnable task) {
    cancel.set(task);
  }

  void watch() {
    if (arrival.isMultiplexed()) {
      // The connection goes on reading by itself, and tells each request what became of it.
      arrival.request().addFailureListener(left -> happened());
    } else if (!over.get()) {
      arrival.endPoint().tryFillInterested(this);
    }
  }

  void happened() {
    if (over.compareAndSet(false, true)) {
      cancel.get().run();
      arrival.drop();
    }
  }

  @Override
  public void succeeded() {
    try {
      ByteBuffer thrownAway = BufferUtil.allocate(BUFFER);
      int read = arrival.endPoint().fill(thrownAway);
      while (read > 0) {
        BufferUtil.clear(thrownAway);
        read = arrival.endPoint().fill(thrownAway);
      }
      if (read < 0) {
        happened();
      } else {
        watch();
      }
    } catch (IOException gone) {
      happened();
    }
  }

  @Override
  public void failed(Throwable reason) {
    // Jetty calls a connection idle on which nothing moves; here nothing is meant to move.
    if (reason instanceof TimeoutException) {
      watch();
    } else {
      happened();
    }
  }
}
