package dev.casewright.client.transport;

import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.call.TransportClosedException;
import dev.casewright.client.deadline.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of an answer, as it comes in. Unlike the JDK's own stream, reading ends at the deadline
 * however the server stalls or drips, and closing early gives up the connection instead of reading
 * on. One part is asked for at a time, so a body of any size takes little memory. To be read by one
 * thread.
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {
  /** What came: bytes, or the end, or the end by a failure. */
  private record Part(List<ByteBuffer> bytes, boolean last, Throwable failure) {}

  private static final Flow.Subscription NONE =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  private final Deadline total;
  private final Duration idle;
  private final Runnable atEnd;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>(NONE);
  private final Queue<ByteBuffer> unread = new ArrayDeque<>();
  private Part end;
  private volatile boolean closed;
  private volatile boolean aborted;
  private volatile boolean expired;

  /**
   * Creates a body.
   *
   * @param total when reading has to be over
   * @param idle how long a part may take
   * @param atEnd told when nothing comes any more; may be told several times
   */
  StreamedBody(Deadline total, Duration idle, Runnable atEnd) {
    this.total = total;
    this.idle = idle;
    this.atEnd = atEnd;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (!subscription.compareAndSet(NONE, given) || closed || aborted || expired) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    parts.add(new Part(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    atEnd.run();
    parts.add(new Part(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    atEnd.run();
    parts.add(new Part(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer bytes = nextBytes();
    if (bytes == null) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  /** The next bytes, at least one; null at the end. */
  private ByteBuffer nextBytes() throws IOException {
    while (true) {
      if (aborted) {
        throw new TransportClosedException();
      }
      if (closed) {
        throw new IOException("the body is closed");
      }
      if (expired) {
        throw DeadlinePassedException.total(total.limit());
      }
      ByteBuffer first = unread.peek();
      if (first != null && first.hasRemaining()) {
        return first;
      }
      if (first != null) {
        unread.remove();
      } else if (end != null) {
        return behindTheLast();
      } else {
        take(awaitPart());
      }
    }
  }

  private ByteBuffer behindTheLast() throws IOException {
    if (end.failure() != null) {
      throw new IOException("the body broke off", end.failure());
    }
    return null;
  }

  private void take(Part part) {
    if (part.last()) {
      end = part;
    } else {
      unread.addAll(part.bytes());
      subscription.get().request(1);
    }
  }

  private Part awaitPart() throws IOException {
    try {
      Duration left = total.left();
      if (left.isZero()) {
        // However fast the server is: a slow reader would find a part each time.
        close();
        throw DeadlinePassedException.total(total.limit());
      }
      boolean idleFirst = idle.compareTo(left) < 0;
      Part part = parts.poll((idleFirst ? idle : left).toNanos(), TimeUnit.NANOSECONDS);
      if (part == null) {
        close();
        throw idleFirst
            ? DeadlinePassedException.idle(idle)
            : DeadlinePassedException.total(total.limit());
      }
      return part;
    } catch (InterruptedException interruption) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading a body");
    }
  }

  /** Ends the body from another thread: whoever reads it fails at once. */
  void abort() {
    aborted = true;
    subscription.get().cancel();
    parts.add(new Part(List.of(), true, null));
  }

  /** Ends the body at its deadline from another thread: whoever reads it from then on fails. */
  void expire() {
    expired = true;
    subscription.get().cancel();
    atEnd.run();
    parts.add(new Part(List.of(), true, null));
  }

  @Override
  public void close() {
    closed = true;
    unread.clear();
    subscription.get().cancel();
    atEnd.run();
  }
}
