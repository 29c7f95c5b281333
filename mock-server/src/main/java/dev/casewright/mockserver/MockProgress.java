package dev.casewright.mockserver;

import dev.casewright.mockserver.space.PerSpace;
import dev.casewright.mockserver.space.Progress;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.Spaces;
import java.util.Optional;

/**
 * How fast cases and reports go on by themselves in a server or in one of its spaces. What is set
 * for the server holds in all spaces that have nothing set of their own. Steps are counted anew
 * from when a policy is set. Thread-safe.
 */
public final class MockProgress {

  private final Progress progress;
  private final Spaces spaces;
  private final Optional<String> space;

  MockProgress(Progress progress, Spaces spaces, Optional<String> space) {
    this.progress = progress;
    this.spaces = spaces;
    this.space = space;
  }

  /**
   * How new cases go on.
   *
   * @return the policy
   */
  public ProgressPolicy ofCases() {
    return of(progress.ofCases());
  }

  /**
   * How reports go on that are being processed.
   *
   * @return the policy
   */
  public ProgressPolicy ofReports() {
    return of(progress.ofReports());
  }

  /**
   * Lets new cases, and those that are on their way, go on like this.
   *
   * @param policy the policy
   */
  public void ofCases(ProgressPolicy policy) {
    set(progress.ofCases(), policy);
  }

  /**
   * Lets reports in WAITING, SUBMITTED or RUNNING go on like this.
   *
   * @param policy the policy
   */
  public void ofReports(ProgressPolicy policy) {
    set(progress.ofReports(), policy);
  }

  /** A space goes by the server's settings again, the server by those that it was started with. */
  public void reset() {
    space.ifPresentOrElse(progress::reset, progress::resetServer);
    spaces.refresh(space);
  }

  private ProgressPolicy of(PerSpace<ProgressPolicy> setting) {
    return space.map(setting::of).orElseGet(setting::ofServer);
  }

  private void set(PerSpace<ProgressPolicy> setting, ProgressPolicy policy) {
    space.ifPresentOrElse(
        name -> setting.change(name, old -> policy), () -> setting.changeServer(old -> policy));
    spaces.refresh(space);
  }
}
