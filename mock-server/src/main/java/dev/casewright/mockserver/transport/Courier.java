package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.exchange.Delivery;
import dev.casewright.mockserver.exchange.MockAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.server.Request;

/**
 * Sends answers as their {@link Delivery} says. An answer that waits holds no thread. Thread-safe.
 */
final class Courier {

  private final Scheduler scheduler;

  Courier(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Sends an answer; if it waits, it goes out after this has returned. */
  void send(MockAnswer answer, Request base, HttpServletResponse response) throws IOException {
    base.setHandled(true);
    Delivery delivery = answer.delivery();
    if (delivery.delay().isZero() && delivery.hold().isZero()) {
      write(answer, base, response);
      return;
    }
    AsyncContext waiting = base.startAsync();
    waiting.setTimeout(0);
    if (delivery.delay().isZero()) {
      deliver(answer, base, response, waiting);
    } else {
      // Writing may block, which the one thread of a scheduler must not.
      scheduler.after(
          delivery.delay(), () -> waiting.start(() -> deliver(answer, base, response, waiting)));
    }
  }

  private void deliver(
      MockAnswer answer, Request base, HttpServletResponse response, AsyncContext waiting) {
    Delivery delivery = answer.delivery();
    try {
      write(answer, base, response);
      if (delivery.ending() == Delivery.Ending.STALLED && !delivery.hold().isZero()) {
        hold(base, waiting, delivery);
        return;
      }
    } catch (IOException clientLeft) {
      drop(base);
    }
    waiting.complete();
  }

  private void hold(Request base, AsyncContext waiting, Delivery delivery) {
    Departure departure =
        new Departure(
            base.getHttpChannel().getEndPoint(),
            () -> {
              drop(base);
              waiting.complete();
            });
    departure.cancels(scheduler.after(delivery.hold(), departure::happened));
    departure.watch();
  }

  private static void write(MockAnswer answer, Request base, HttpServletResponse response)
      throws IOException {
    Delivery delivery = answer.delivery();
    if (delivery.ending() == Delivery.Ending.DROPPED) {
      drop(base);
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    boolean isOverstated = delivery.ending() == Delivery.Ending.OVERSTATED;
    boolean isStalled = delivery.ending() == Delivery.Ending.STALLED;
    response.setContentLengthLong(answer.body().length + (isOverstated ? delivery.bytes() : 0L));
    OutputStream out = response.getOutputStream();
    out.write(
        answer.body(),
        0,
        isStalled ? Math.min(delivery.bytes(), answer.body().length) : answer.body().length);
    out.flush();
    if (isOverstated || isStalled && delivery.hold().isZero()) {
      drop(base);
    }
  }

  private static void drop(Request base) {
    base.getHttpChannel().abort(new IOException("The connection is dropped on purpose."));
  }
}
