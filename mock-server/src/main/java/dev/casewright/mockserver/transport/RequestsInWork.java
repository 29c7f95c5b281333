package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Lets requests be worked on once their bodies are there, within their limits, and not too many at
 * once. Thread-safe.
 */
final class RequestsInWork {

  /** Threads that accept, select, and tell who comes too many. */
  private static final int SPARE_THREADS = 24;

  private static final int FEWEST_THREADS = 8;
  private static final byte[] NO_BODY = new byte[0];

  private final Limits limits;
  private final JsonLimits json;
  private final BodyBudget bodies;
  private final Semaphore room;

  RequestsInWork(Limits limits, BodyBudget bodies) {
    this.limits = limits;
    this.bodies = bodies;
    this.json = new JsonLimits(limits);
    this.room = new Semaphore(limits.number(Limit.REQUESTS));
  }

  /** Threads enough for the requests at once, and a queue that no flood can fill beyond a bound. */
  static ThreadPool threads(Limits limits) {
    int most = limits.number(Limit.REQUESTS) + SPARE_THREADS;
    int waiting = 4 * (limits.number(Limit.CONNECTIONS) + most);
    QueuedThreadPool threads =
        new QueuedThreadPool(
            most, FEWEST_THREADS, new BlockingArrayQueue<>(FEWEST_THREADS, most, waiting));
    threads.setName("casewright");
    return threads;
  }

  boolean hasBody(Request base) {
    return base.getContentLengthLong() > 0
        || base.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING);
  }

  Optional<MockAnswer> refusal(String path, Request base) {
    return hasBody(base) ? BodyReader.refusal(path, base, limits) : Optional.empty();
  }

  void read(String path, Request base, HttpServletResponse response) throws IOException {
    base.setHandled(true);
    BodyReader.start(path, base, response, limits, bodies);
  }

  boolean isRead(Request base) {
    return base.getAttribute(BodyReader.BODY) != null;
  }

  /**
   * Works on a request.
   *
   * @return why it is not worked on; nothing if it was
   */
  Optional<MockAnswer> handle(String path, Request base, Work work) throws IOException {
    byte[] body = NO_BODY;
    if (isRead(base)) {
      try {
        Optional<byte[]> unpacked =
            PackedBody.unpack(
                (byte[]) base.getAttribute(BodyReader.BODY),
                limits.number(Limit.BODY_BYTES),
                bodies.share(base)::take);
        if (unpacked.isEmpty()) {
          return Optional.of(bodies.refusal(path));
        }
        body = unpacked.get();
      } catch (IOException notPacked) {
        return Optional.of(BodyReader.unreadable(path));
      }
      if (body.length > limits.number(Limit.BODY_BYTES)) {
        return Optional.of(BodyReader.tooLarge(path, limits));
      }
    }
    Optional<String> violation = json.violation(body);
    if (violation.isPresent()) {
      return violation.map(text -> ErrorShape.at(path).error(400, text));
    }
    if (!room.tryAcquire()) {
      return Optional.of(
          ErrorShape.at(path)
              .error(
                  503,
                  "More than "
                      + limits.number(Limit.REQUESTS)
                      + " requests are in work. Send fewer at once, or raise "
                      + Limit.REQUESTS.option()
                      + "."));
    }
    try {
      work.on(body);
      return Optional.empty();
    } finally {
      room.release();
    }
  }

  /** Works on a request whose body is there. */
  @FunctionalInterface
  interface Work {

    void on(byte[] body) throws IOException;
  }
}
