package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Transmission;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;

/** Faults of the way that the bytes of an answer take. */
final class ConnectionFaults {

  private static final int TOO_MANY = 64;

  private ConnectionFaults() {}

  static Behaviour latency(Fault fault) {
    return call -> {
      if (!call.claims()) {
        return call.usual();
      }
      Duration time = Duration.ofMillis(fault.has("ms") ? fault.whole("ms") : drawn(fault, call));
      MockAnswer answer = call.usual();
      return answer.withTransmission(answer.transmission().delayedBy(time));
    };
  }

  private static long drawn(Fault fault, FaultyCall call) {
    double sigma = fault.values().get("sigma").doubleValue();
    double time = fault.whole("median_ms") * Math.exp(sigma * call.chance().gaussian());
    return Math.min(Math.round(time), FaultKind.LONGEST);
  }

  static Behaviour stalledBody(Fault fault) {
    Duration hold = Duration.ofMillis(fault.whole("ms"));
    return call -> spoilt(call, length -> Transmission.stalledAfter(length / 2, hold));
  }

  static MockAnswer wrongLength(FaultyCall call) {
    return spoilt(call, length -> Transmission.declaringMore(TOO_MANY));
  }

  /** Only what has a body can arrive in part. */
  private static MockAnswer spoilt(FaultyCall call, IntFunction<Transmission> transmission) {
    MockAnswer answer = call.usual();
    int length = answer.body().length;
    return length > 0 && call.claims()
        ? answer.withTransmission(transmission.apply(length))
        : answer;
  }

  static MockAnswer droppedBefore(FaultyCall call) {
    return call.claims()
        ? new MockAnswer(503, Map.of(), new byte[0], Transmission.DROPPED)
        : call.usual();
  }

  static MockAnswer droppedAfter(FaultyCall call) {
    boolean claimed = call.claims();
    MockAnswer answer = call.usual();
    return claimed ? answer.withTransmission(Transmission.DROPPED) : answer;
  }
}
