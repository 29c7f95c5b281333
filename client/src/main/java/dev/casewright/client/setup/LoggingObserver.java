package dev.casewright.client.setup;

import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line for each call at level debug and one for each attempt at level trace, under {@code
 * dev.casewright.client.calls}: operation, status, attempts, sizes, time. Thread-safe.
 */
final class LoggingObserver implements CallObserver {
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.calls");

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "{}: attempt {}, {} after {} ms, {} bytes sent, {} received, correlation id {}",
          attempt.operation(),
          attempt.number(),
          outcome(attempt.status(), attempt.failure()),
          attempt.elapsed().toMillis(),
          attempt.bytesSent(),
          attempt.bytesReceived(),
          attempt.correlationId());
    }
  }

  @Override
  public void callEnded(CallEvent call) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: {} after {} ms, attempts {}, {} bytes sent, {} received, correlation id {}",
          call.operation(),
          outcome(call.status(), call.failure()),
          call.elapsed().toMillis(),
          call.attempts(),
          call.bytesSent(),
          call.bytesReceived(),
          call.correlationId());
    }
  }

  private static String outcome(OptionalInt status, Optional<String> failure) {
    String answer = status.isPresent() ? "HTTP " + status.getAsInt() : "no answer";
    return failure.map(type -> answer + " (" + type + ")").orElse(answer);
  }
}
