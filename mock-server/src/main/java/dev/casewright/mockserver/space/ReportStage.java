package dev.casewright.mockserver.space;

/**
 * How far a report of Opal has come, as far as its two PDFs and its filters tell (2.1.4 of the
 * facts).
 */
public enum ReportStage {
  /** Its genomes are not there yet. */
  WAITING_FOR_GENOMES,
  /** It is being analysed. */
  PROCESSING,
  /** The analysis has failed. */
  FAILED,
  /** It can be reviewed: also with a status that the facts do not name. */
  REVIEWABLE,
  /** It is approved. */
  APPROVED;

  /**
   * The stage that a status belongs to.
   *
   * @param status a status, known or not
   * @return the stage
   */
  public static ReportStage of(String status) {
    return switch (status) {
      case ReportStatus.APPROVED -> APPROVED;
      case ReportStatus.WAITING_FOR_SAMPLE -> WAITING_FOR_GENOMES;
      case "WAITING", "SUBMITTED", "RUNNING" -> PROCESSING;
      case "FAILED" -> FAILED;
      default -> REVIEWABLE;
    };
  }

  /**
   * Whether the analysis has a result.
   *
   * @return false while it runs or waits, and if it has failed
   */
  public boolean hasResult() {
    return this == REVIEWABLE || this == APPROVED;
  }
}
