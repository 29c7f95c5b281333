package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Transmission;
import dev.casewright.mockserver.schedule.Scheduler;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

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

  /** Sends an answer; it may go out after this has returned. */
  void send(MockAnswer answer, Arrival arrival) {
    after(answer.transmission().delay(), arrival, () -> write(answer, arrival));
  }

  /** Does something for a request, at once or later. */
  void after(Duration delay, Arrival arrival, Runnable task) {
    if (delay.isZero()) {
      task.run();
    } else {
      // Not on the one thread of the scheduler.
      waits.until(delay, () -> arrival.request().getComponents().getExecutor().execute(task));
    }
  }

  private void write(MockAnswer answer, Arrival arrival) {
    Transmission transmission = answer.transmission();
    if (transmission.ending() == Transmission.Ending.DROPPED) {
      arrival.drop();
      return;
    }
    begin(answer, arrival);
    ByteBuffer body = ByteBuffer.wrap(answer.body());
    switch (transmission.ending()) {
      case OVERSTATED -> arrival.response().write(false, body, then(arrival::drop, arrival));
      case STALLED -> {
        body.limit(Math.min(transmission.bytes(), body.limit()));
        arrival
            .response()
            .write(false, body, then(() -> hold(arrival, transmission.hold()), arrival));
      }
      default -> arrival.response().write(true, body, arrival.callback());
    }
  }

  private void begin(MockAnswer answer, Arrival arrival) {
    arrival.response().setStatus(answer.status());
    HttpFields.Mutable headers = arrival.response().getHeaders();
    answer.headers().forEach((name, value) -> headers.put(new HttpField(name, value)));
    if (waits.areOver()) {
      arrival.closeAfterwards();
    }
    long overstated =
        answer.transmission().ending() == Transmission.Ending.OVERSTATED
            ? answer.transmission().bytes()
            : 0;
    headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length + overstated);
  }

  private void hold(Arrival arrival, Duration time) {
    if (time.isZero()) {
      arrival.drop();
      return;
    }
    Departure departure = new Departure(arrival);
    departure.cancels(waits.until(time, departure::happened));
    departure.watch();
  }

  /** What is done once the bytes are out; a client that has left ends it all. */
  private static Callback then(Runnable next, Arrival arrival) {
    return Callback.from(next, clientLeft -> arrival.drop());
  }
}
