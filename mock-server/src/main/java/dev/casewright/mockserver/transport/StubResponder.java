package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Callback;

/**
 * Sends what WireMock answers to one request, with the delays and faults of the stub; lets the
 * contracts answer where the stub is a door. An answer that waits holds no thread.
 */
final class StubResponder implements HttpResponder {

  private final Arrival arrival;
  private final Courier courier;
  private final Runnable contracts;

  StubResponder(Arrival arrival, Courier courier, Runnable contracts) {
    this.arrival = arrival;
    this.courier = courier;
    this.contracts = contracts;
  }

  @Override
  public void respond(Request request, Response response, Map<String, Object> attributes) {
    // While WireMock is reset there is a moment without any stub, the doors included.
    if (!response.wasConfigured()
        || attributes.get(ServeEvent.ORIGINAL_SERVE_EVENT_KEY) instanceof ServeEvent event
            && DoorStubs.isDoor(event.getStubMapping())) {
      contracts.run();
      return;
    }
    courier.after(Duration.ofMillis(response.getInitialDelay()), arrival, () -> write(response));
  }

  private void write(Response response) {
    if (response.getFault() != null) {
      response.getFault().apply(new StubFaults(arrival));
      return;
    }
    arrival.response().setStatus(response.getStatus());
    HttpFields.Mutable headers = arrival.response().getHeaders();
    for (HttpHeader header : response.getHeaders().all()) {
      header.values().forEach(value -> headers.add(header.key(), value));
    }
    ByteBuffer body = ByteBuffer.wrap(response.getBody());
    if (response.shouldAddChunkedDribbleDelay()) {
      dribble(body, response.getChunkedDribbleDelay(), 0);
    } else {
      arrival.response().write(true, body, arrival.callback());
    }
  }

  /** Sends one part after the other, each after its share of the time. */
  private void dribble(ByteBuffer body, ChunkedDribbleDelay parts, int sent) {
    int number = Math.max(1, parts.getNumberOfChunks());
    int end = (int) ((long) body.capacity() * (sent + 1) / number);
    ByteBuffer part = body.slice(body.position(), end - body.position());
    body.position(end);
    boolean last = sent + 1 >= number;
    Runnable next = last ? arrival.callback()::succeeded : () -> dribble(body, parts, sent + 1);
    courier.after(
        Duration.ofMillis(parts.getTotalDuration() / number),
        arrival,
        () ->
            arrival.response().write(last, part, Callback.from(next, arrival.callback()::failed)));
  }
}
