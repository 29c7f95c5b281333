package dev.casewright.mockserver.space;

import java.util.Optional;

/** The statuses of an Opal report that rules of the mock hang on. */
public final class ReportStatus {

  /** Review is done; there is a final PDF. The constant is our reading. */
  public static final String APPROVED = "APPROVED";

  /** The report has no genome yet (OPAL-REP-10). */
  public static final String WAITING_FOR_SAMPLE = "WAITING FOR SAMPLE";

  private ReportStatus() {}

  /** Where processing moves a report next. The statuses are known, their order is our reading. */
  static Optional<String> after(String status) {
    return switch (status) {
      case "WAITING" -> Optional.of("SUBMITTED");
      case "SUBMITTED" -> Optional.of("RUNNING");
      case "RUNNING" -> Optional.of("READY TO REVIEW");
      default -> Optional.empty();
    };
  }
}
