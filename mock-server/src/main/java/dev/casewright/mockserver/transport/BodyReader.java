package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the body of one request as it arrives, so that a slow client waits without a thread, and
 * then lets it be worked on.
 */
final class BodyReader {

  /**
   * What is too large is read to its end up to so many times the limit, for the sake of clients.
   */
  private static final int PATIENCE = 4;

  private final Arrival arrival;
  private final Courier courier;
  private final Limits limits;
  private final BodyBudget bodies;
  private final BodyBudget.Share share;
  private final Consumer<byte[]> work;
  private final AtomicBoolean done = new AtomicBoolean();
  private final Scheduler.Task timeout;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean dropped;
  private long read;

  private BodyReader(
      Arrival arrival, Courier courier, Limits limits, BodyBudget bodies, Consumer<byte[]> work) {
    this.arrival = arrival;
    this.courier = courier;
    this.limits = limits;
    this.bodies = bodies;
    this.share = bodies.share(arrival);
    this.work = work;
    this.timeout =
        arrival
            .request()
            .getComponents()
            .getScheduler()
            .schedule(
                () -> end(tooSlow()),
                limits.time(Limit.REQUEST_TIME).toMillis(),
                TimeUnit.MILLISECONDS);
  }

  /** Begins to read. The work is done once, by whichever thread brings the last byte. */
  static void start(
      Arrival arrival, Courier courier, Limits limits, BodyBudget bodies, Consumer<byte[]> work) {
    new BodyReader(arrival, courier, limits, bodies, work).readWhatIsThere();
  }

  /** Whether it is known from the head that the body is not worth reading. */
  static Optional<MockAnswer> refusal(Arrival arrival, Limits limits) {
    boolean asks = arrival.headers().contains(HttpHeader.EXPECT);
    boolean refused =
        arrival.request().getLength()
            > (long) limits.number(Limit.BODY_BYTES) * (asks ? 1 : PATIENCE);
    return refused ? Optional.of(tooLarge(arrival.path(), limits)) : Optional.empty();
  }

  static MockAnswer tooLarge(String path, Limits limits) {
    return ErrorShape.at(path)
        .error(
            413,
            "The body is larger than "
                + limits.number(Limit.BODY_BYTES)
                + " bytes. Send a smaller one, or raise "
                + Limit.BODY_BYTES.option()
                + ".");
  }

  private void readWhatIsThere() {
    while (!done.get()) {
      Content.Chunk chunk = arrival.request().read();
      if (chunk == null) {
        arrival.request().demand(this::readWhatIsThere);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        end(isTimeout(chunk.getFailure()) ? tooSlow() : unreadable(arrival.path()));
        return;
      }
      take(chunk);
      boolean last = chunk.isLast();
      chunk.release();
      if (last) {
        finish();
        return;
      }
    }
  }

  private void take(Content.Chunk chunk) {
    int count = chunk.remaining();
    read += count;
    if (read > (long) limits.number(Limit.BODY_BYTES) * PATIENCE) {
      end(tooLarge(arrival.path(), limits));
    } else if (read > limits.number(Limit.BODY_BYTES) || !share.take(count)) {
      drop();
    } else {
      body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
    }
  }

  private void drop() {
    dropped = true;
    body = new ByteArrayOutputStream(0);
    share.giveBack();
  }

  private void finish() {
    if (read > limits.number(Limit.BODY_BYTES)) {
      end(tooLarge(arrival.path(), limits));
    } else if (dropped) {
      end(bodies.refusal(arrival.path()));
    } else if (done.compareAndSet(false, true)) {
      timeout.cancel();
      byte[] whole = body.toByteArray();
      body = new ByteArrayOutputStream(0);
      work.accept(whole);
    }
  }

  static MockAnswer unreadable(String path) {
    return ErrorShape.at(path).error(400, "The body cannot be read. Send it whole, as it is.");
  }

  private MockAnswer tooSlow() {
    return ErrorShape.at(arrival.path())
        .error(
            408,
            "The request did not come in whole in time: it may take "
                + limits.time(Limit.REQUEST_TIME).toMillis()
                + " ms, and pause for "
                + limits.time(Limit.IDLE_TIME).toMillis()
                + " ms. Send it faster, or raise "
                + Limit.REQUEST_TIME.option()
                + " and "
                + Limit.IDLE_TIME.option()
                + ".");
  }

  private void end(MockAnswer answer) {
    if (done.compareAndSet(false, true)) {
      timeout.cancel();
      arrival.closeAfterwards();
      courier.send(answer, arrival);
    }
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
