package dev.casewright.client.micrometer;

import dev.casewright.client.drift.DriftFinding;
import dev.casewright.client.drift.DriftListener;
import dev.casewright.client.drift.DriftReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;

/**
 * Counts drift with Micrometer, which the program has to bring along itself: the counter {@value
 * #DRIFT}, with the tags {@code operation} (the {@code operationId} of the contract) and {@code
 * kind} ({@code unknown_field}, {@code unknown_value}, {@code unknown_status}). Places are left to
 * the log: a server could fill the registry with them. Thread-safe.
 */
public final class MicrometerDriftListener implements DriftListener {
  /** What came that the contract does not know. */
  public static final String DRIFT = "casewright.client.drift";

  private final MeterRegistry registry;
  private final TagValues operations = new TagValues();

  /**
   * Creates a listener.
   *
   * @param registry where the counter is kept
   */
  public MicrometerDriftListener(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void drifted(DriftReport report) {
    for (DriftFinding finding : report.findings()) {
      Counter.builder(DRIFT)
          .description("what came that the contract does not know")
          .tag("operation", operations.bounded(report.operation()))
          .tag("kind", finding.kind().name().toLowerCase(Locale.ROOT))
          .register(registry)
          .increment(finding.count());
    }
  }
}
