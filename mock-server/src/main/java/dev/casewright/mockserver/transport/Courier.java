package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Transmission;
import dev.casewright.mockserver.schedule.Scheduler;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.server.Request;

/**
 * Sends answers as their {@link Transmission} says. An answer that waits holds no thread.
 * Thread-safe.
 */
final class Courier {

  private final Waits waits;

  Courier(Scheduler scheduler) {
    this.waits = new Waits(scheduler);
  }

  /** Lets no answer wait any more: late ones go out now, stalled ones are dropped. */
  void finish() {
    waits.end();
  }

  /** Sends an answer; if it waits, it may go out after this has returned. */
  void send(MockAnswer answer, Request base, HttpServletResponse response) throws IOException {
    base.setHandled(true);
    Transmission transmission = answer.transmission();
    if (transmission.delay().isZero() && transmission.hold().isZero()) {
      write(answer, base, response);
      return;
    }
    AsyncContext waiting = base.startAsync();
    waiting.setTimeout(0);
    if (transmission.delay().isZero()) {
      deliver(answer, base, response, waiting);
    } else {
      // Writing may block, which the one thread of a scheduler must not.
      waits.until(
          transmission.delay(),
          () -> waiting.start(() -> deliver(answer, base, response, waiting)));
    }
  }

  private void deliver(
      MockAnswer answer, Request base, HttpServletResponse response, AsyncContext waiting) {
    Transmission transmission = answer.transmission();
    try {
      write(answer, base, response);
      if (transmission.ending() == Transmission.Ending.STALLED && !transmission.hold().isZero()) {
        hold(base, waiting, transmission);
        return;
      }
    } catch (IOException clientLeft) {
      drop(base);
    }
    waiting.complete();
  }

  private void hold(Request base, AsyncContext waiting, Transmission transmission) {
    Departure departure =
        new Departure(
            base.getHttpChannel().getEndPoint(),
            () -> {
              drop(base);
              waiting.complete();
            });
    departure.cancels(waits.until(transmission.hold(), departure::happened));
    departure.watch();
  }

  private void write(MockAnswer answer, Request base, HttpServletResponse response)
      throws IOException {
    Transmission transmission = answer.transmission();
    if (transmission.ending() == Transmission.Ending.DROPPED) {
      drop(base);
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (waits.areOver()) {
      response.setHeader("Connection", "close");
    }
    boolean isOverstated = transmission.ending() == Transmission.Ending.OVERSTATED;
    boolean isStalled = transmission.ending() == Transmission.Ending.STALLED;
    response.setContentLengthLong(
        answer.body().length + (isOverstated ? transmission.bytes() : 0L));
    OutputStream out = response.getOutputStream();
    out.write(
        answer.body(),
        0,
        isStalled ? Math.min(transmission.bytes(), answer.body().length) : answer.body().length);
    out.flush();
    if (isOverstated || isStalled && transmission.hold().isZero()) {
      drop(base);
    }
  }

  private static void drop(Request base) {
    base.getHttpChannel().abort(new IOException("The connection is dropped on purpose."));
  }
}
