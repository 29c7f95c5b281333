package dev.casewright.mockserver.space;

import java.util.Optional;
import java.util.Set;

/** The statuses of an Opal report that rules of the mock hang on. */
public final class ReportStatus {

  /** Review is done; there is a final PDF. The constant is our reading. */
  public static final String APPROVED = "APPROVED";

  /** The report has no genome yet (OPAL-REP-10). */
  public static final String WAITING_FOR_SAMPLE = "WAITING FOR SAMPLE";

  /** The report can be reviewed, and has a preview (OPAL-PREV-01). */
  public static final String READY_TO_REVIEW = "READY TO REVIEW";

  /** The values that the vendor's page lists for the filter by status (OPAL-STAT-01). */
  public static final Set<String> DOCUMENTED_FILTERS =
      Set.of("WAITING", "SUBMITTED", "RUNNING", "COMPLETE", "FAILED");

  private ReportStatus() {}

  /** Where processing moves a report next. The statuses are known, their order is our reading. */
  static Optional<String> after(String status) {
    return switch (status) {
      case "WAITING" -> Optional.of("SUBMITTED");
      case "SUBMITTED" -> Optional.of("RUNNING");
      case "RUNNING" -> Optional.of(READY_TO_REVIEW);
      default -> Optional.empty();
    };
  }
}
