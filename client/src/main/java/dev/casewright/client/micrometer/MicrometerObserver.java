package dev.casewright.client.micrometer;

import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts and times calls with Micrometer, which the program has to bring along itself.
 *
 * <table>
 *   <caption>The meters</caption>
 *   <tr><th>name</th><th>kind</th><th>tags</th></tr>
 *   <tr><td>{@value #CALLS}</td><td>timer</td><td>operation, status, outcome, exception</td></tr>
 *   <tr><td>{@value #ATTEMPTS}</td><td>timer</td><td>operation, status, outcome, exception</td></tr>
 *   <tr><td>{@value #SENT}</td><td>summary, in bytes per call</td><td>operation</td></tr>
 *   <tr><td>{@value #RECEIVED}</td><td>summary, in bytes per call</td><td>operation</td></tr>
 * </table>
 *
 * <p>{@code operation} is the {@code operationId} of the contract; {@code status} the class of the
 * last HTTP status, such as {@code 2xx}, or {@code none}; {@code outcome} {@code success} or {@code
 * failure}, which for an attempt means that an answer came whole, whatever it said; {@code
 * exception} the simple class name, or {@code none}. No tag ever has more than 100 values: what
 * comes after them is {@code other}. Nothing of a request or an answer is in them. Thread-safe.
 */
public final class MicrometerObserver implements CallObserver {
  /** One call, all its attempts together. */
  public static final String CALLS = "casewright.client.calls";

  /** One request and its answer. */
  public static final String ATTEMPTS = "casewright.client.attempts";

  /** The bodies of the requests of a call. */
  public static final String SENT = "casewright.client.sent";

  /** What was read of the bodies of the answers of a call. */
  public static final String RECEIVED = "casewright.client.received";

  private final MeterRegistry registry;
  private final TagValues operations = new TagValues();
  private final TagValues exceptions = new TagValues();

  /**
   * Creates an observer.
   *
   * @param registry where the meters are kept
   */
  public MicrometerObserver(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    Timer.builder(ATTEMPTS)
        .description("requests that were sent, and their answers")
        .tags(tags(attempt.operation(), attempt.status(), attempt.failure()))
        .register(registry)
        .record(attempt.elapsed());
  }

  @Override
  public void callEnded(CallEvent call) {
    Timer.builder(CALLS)
        .description("calls of operations, with all their attempts")
        .tags(tags(call.operation(), call.status(), call.failure()))
        .register(registry)
        .record(call.elapsed());
    size(SENT, "sizes of request bodies", call.operation(), call.bytesSent());
    size(RECEIVED, "sizes of answer bodies", call.operation(), call.bytesReceived());
  }

  private void size(String name, String description, String operation, long bytes) {
    DistributionSummary.builder(name)
        .description(description)
        .baseUnit("bytes")
        .tag("operation", operations.bounded(operation))
        .register(registry)
        .record(bytes);
  }

  private Tags tags(String operation, OptionalInt status, Optional<String> failure) {
    return Tags.of(
        "operation",
        operations.bounded(operation),
        "status",
        status.isPresent() ? status.getAsInt() / 100 + "xx" : "none",
        "outcome",
        failure.isPresent() ? "failure" : "success",
        "exception",
        failure.map(exceptions::bounded).orElse("none"));
  }
}
