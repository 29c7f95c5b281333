package dev.casewright.client.drift;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs drift at level warn under {@code dev.casewright.client.drift}: operation, kind, JSON
 * pointer, type and count, each finding once in the life of the listener. After 1,000 different
 * findings it logs no more, and says so. Thread-safe.
 */
public final class LoggingDriftListener implements DriftListener {
  private static final int MOST = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.drift");

  private final Set<Known> logged = new HashSet<>();

  /** Creates a listener that has logged nothing yet. Give each client its own. */
  public LoggingDriftListener() {}

  @Override
  public void drifted(DriftReport report) {
    for (DriftFinding finding : report.findings()) {
      int number = numberOf(report.operation(), finding);
      if (number > 0 && number <= MOST) {
        LOG.warn(
            "{}: {} {}{} ({} times in the call), correlation id {}",
            report.operation(),
            words(finding.kind()),
            finding.shape(),
            finding.pointer().isEmpty() ? "" : " at " + finding.pointer(),
            finding.count(),
            report.correlationId());
      } else if (number > MOST) {
        LOG.warn("{} different findings of drift were logged; no more will be", MOST);
      }
    }
  }

  /** The number of a finding that is new, from 1; 0 if it is known, or there is no more room. */
  private synchronized int numberOf(String operation, DriftFinding finding) {
    boolean isNew =
        logged.size() <= MOST
            && logged.add(
                new Known(operation, finding.kind(), finding.pointer(), finding.shape()));
    return isNew ? logged.size() : 0;
  }

  private static String words(DriftKind kind) {
    return switch (kind) {
      case UNKNOWN_FIELD -> "unknown field of type";
      case UNKNOWN_VALUE -> "unknown value of type";
      case UNKNOWN_STATUS -> "unknown status";
    };
  }

  private record Known(String operation, DriftKind kind, String pointer, String shape) {}
}
