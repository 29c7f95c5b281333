package dev.casewright.client.fault;

import dev.casewright.client.transport.Timeouts;
import java.time.Duration;

/** Which of the times of a call a fault runs into. The others are long. */
enum Limit {
  NONE(Duration.ofSeconds(20)),
  CONNECT(Duration.ofMillis(100)),
  RESPONSE(Duration.ofMillis(100)),
  IDLE(Duration.ofMillis(100)),
  TOTAL(Duration.ofMillis(200));

  private final Duration time;

  Limit(Duration time) {
    this.time = time;
  }

  Duration time() {
    return time;
  }

  Timeouts timeouts() {
    Timeouts patient = Timeouts.defaults().withTotal(NONE.time).withDownload(NONE.time);
    return switch (this) {
      case NONE -> patient;
      case CONNECT -> patient.withConnect(time);
      case RESPONSE -> patient.withResponse(time);
      case IDLE -> patient.withIdle(time);
      case TOTAL -> patient.withTotal(time).withDownload(time);
    };
  }
}
