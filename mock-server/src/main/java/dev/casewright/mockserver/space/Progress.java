package dev.casewright.mockserver.space;

/**
 * How fast cases and reports go on by themselves. Thread-safe.
 *
 * @param ofCases for new cases
 * @param ofReports for reports that are being processed
 */
public record Progress(PerSpace<ProgressPolicy> ofCases, PerSpace<ProgressPolicy> ofReports) {

  /**
   * The same in all spaces.
   *
   * @param ofCases for new cases
   * @param ofReports for reports that are being processed
   * @return the settings
   */
  public static Progress of(ProgressPolicy ofCases, ProgressPolicy ofReports) {
    return new Progress(new PerSpace<>(ofCases), new PerSpace<>(ofReports));
  }

  /**
   * Gives a space the server's settings again.
   *
   * @param space the name of the space
   */
  public void reset(String space) {
    ofCases.reset(space);
    ofReports.reset(space);
  }

  /** Gives the server the settings again that it started with. */
  public void resetServer() {
    ofCases.resetServer();
    ofReports.resetServer();
  }
}
