package dev.casewright.conformance.baseline;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run, seen with a baseline.
 *
 * @param forgiven the ids of the requirements whose failure or warning is known, in the order of
 *     the run
 * @param stale the entries that are to be taken out or changed, in the order of the file
 */
public record Judgement(Set<String> forgiven, List<StaleEntry> stale) {

  /** Keeps a copy of the list; the set keeps its order. */
  public Judgement {
    forgiven = Collections.unmodifiableSet(new LinkedHashSet<>(forgiven));
    stale = List.copyOf(stale);
  }

  /**
   * Whether the baseline no longer tells the truth.
   *
   * @return true if an entry is stale
   */
  public boolean isStale() {
    return !stale.isEmpty();
  }
}
