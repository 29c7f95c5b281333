package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.space.SpaceState;
import java.util.Locale;
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
      name = String.format(Locale.ROOT, "EMG%09d", random.nextInt(NAMES));
    } while (state.caseNamed(name).isPresent());
    return name;
  }
}
