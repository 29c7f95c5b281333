package dev.casewright.mockserver.deviation.emedgene;

import dev.casewright.mockserver.deviation.Deviation;
import java.util.List;
import java.util.stream.Stream;

/** All deviations of Emedgene. */
public final class EmedgeneDeviations {

  private EmedgeneDeviations() {}

  /**
   * One for each requirement that can be tested.
   *
   * @return an unmodifiable list
   */
  public static List<Deviation> all() {
    return Stream.<List<Deviation>>of().flatMap(List::stream).toList();
  }
}
