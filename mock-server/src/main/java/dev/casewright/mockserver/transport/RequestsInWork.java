package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

  /** Threads enough for the requests at once; what waits for one is bounded by the connections. */
  static ThreadPool threads(Limits limits) {
    QueuedThreadPool threads =
        new QueuedThreadPool(limits.number(Limit.REQUESTS) + SPARE_THREADS, FEWEST_THREADS);
    threads.setName("casewright");
    return threads;
  }

  /** Whether it is known from the head that a request is not worth its body. */
  Optional<MockAnswer> refusal(Arrival arrival) {
    return arrival.hasBody() ? BodyReader.refusal(arrival, limits) : Optional.empty();
  }

  /** Waits for the body, without a thread, and then works on the request. */
  void begin(Arrival arrival, Courier courier, Work work) {
    if (arrival.hasBody()) {
      BodyReader.start(
          arrival, courier, limits, bodies, body -> unpack(arrival, body, courier, work));
    } else {
      handle(arrival, NO_BODY, courier, work);
    }
  }

  private void unpack(Arrival arrival, byte[] packed, Courier courier, Work work) {
    String path = arrival.path();
    Optional<byte[]> unpacked;
    try {
      unpacked =
          PackedBody.unpack(packed, limits.number(Limit.BODY_BYTES), bodies.share(arrival)::take);
    } catch (IOException notPacked) {
      courier.send(BodyReader.unreadable(path), arrival);
      return;
    }
    if (unpacked.isEmpty()) {
      courier.send(bodies.refusal(path), arrival);
    } else if (unpacked.get().length > limits.number(Limit.BODY_BYTES)) {
      courier.send(BodyReader.tooLarge(path, limits), arrival);
    } else {
      handle(arrival, unpacked.get(), courier, work);
    }
  }

  private void handle(Arrival arrival, byte[] body, Courier courier, Work work) {
    Optional<String> violation = json.violation(body);
    if (violation.isPresent()) {
      courier.send(ErrorShape.at(arrival.path()).error(400, violation.get()), arrival);
    } else if (!room.tryAcquire()) {
      courier.send(tooMany(arrival.path()), arrival);
    } else {
      try {
        work.on(arrival, body);
      } finally {
        room.release();
      }
    }
  }

  private MockAnswer tooMany(String path) {
    return ErrorShape.at(path)
        .error(
            503,
            "More than "
                + limits.number(Limit.REQUESTS)
                + " requests are in work. Send fewer at once, or raise "
                + Limit.REQUESTS.option()
                + ".");
  }

  /** Works on a request whose body is there. */
  @FunctionalInterface
  interface Work {

    void on(Arrival arrival, byte[] body);
  }
}
