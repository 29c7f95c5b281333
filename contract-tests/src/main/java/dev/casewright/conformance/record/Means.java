package dev.casewright.conformance.record;

import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run has beyond one user of its target. */
public enum Means {
  /** Nothing. */
  ONE_USER,
  /** A user of another workspace or organisation. */
  OTHER_USER,
  /** The admin API of a mock server. */
  MOCK_CONTROL;

  /**
   * What a run has.
   *
   * @param settings the settings of the run
   * @return the most that it has
   */
  public static Means of(RunSettings settings) {
    if (settings.mock().isPresent()) {
      return MOCK_CONTROL;
    }
    boolean other =
        Stream.of(settings.opal(), settings.emedgene())
            .flatMap(Optional::stream)
            .map(ApiAddress::otherUser)
            .anyMatch(Optional::isPresent);
    return other ? OTHER_USER : ONE_USER;
  }
}
