package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.space.SpaceState;
import java.util.random.RandomGenerator;

/** Names for new cases: EMG and nine digits (EMG-CASE-03). Thread-safe. */
final class CaseNames {

  private static final int NAMES = 1_000_000_000;

  private final RandomGenerator random;

  CaseNames(RandomGenerator random) {
    this.random = random;
  }

  synchronized String fresh(SpaceState state) {
    String name;
    do {
      // One digit more than nine, of which the first is cut off, keeps the zeros in front.
      name = "EMG" + Integer.toString(NAMES + random.nextInt(NAMES)).substring(1);
    } while (state.caseNamed(name).isPresent());
    return name;
  }
}
