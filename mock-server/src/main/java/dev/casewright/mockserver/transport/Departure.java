package dev.casewright.mockserver.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Watches a connection that nothing more will be sent on, until the client leaves or somebody says
 * that it is over. What the client still sends is thrown away.
 */
final class Departure implements Callback {

  private static final int BUFFER = 1_024;

  private final EndPoint endPoint;
  private final Runnable end;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});

  /** Runs the end once, however often it happens. */
  Departure(EndPoint endPoint, Runnable end) {
    this.endPoint = endPoint;
    this.end = end;
  }

  void cancels(Runnable task) {
    cancel.set(task);
  }

  void watch() {
    if (!over.get()) {
      endPoint.tryFillInterested(this);
    }
  }

  void happened() {
    if (over.compareAndSet(false, true)) {
      cancel.get().run();
      end.run();
    }
  }

  @Override
  public void succeeded() {
    try {
      ByteBuffer thrownAway = BufferUtil.allocate(BUFFER);
      int read = endPoint.fill(thrownAway);
      while (read > 0) {
        BufferUtil.clear(thrownAway);
        read = endPoint.fill(thrownAway);
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
