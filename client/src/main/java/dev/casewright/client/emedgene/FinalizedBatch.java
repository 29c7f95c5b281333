package dev.casewright.client.emedgene;

import java.util.List;
import java.util.Objects;

/**
 * What {@link FinalizedCaseOperations#finalizedSince(FinalizedMark)} found. Immutable and
 * thread-safe.
 *
 * @param cases the cases that were not given before, as the server lists them
 * @param mark where to go on. Save it when all the cases are dealt with; whoever goes on from the
 *     mark before it gets the same cases once more
 * @param complete false if there are more cases at this moment: go on at once
 */
public record FinalizedBatch(List<FinalizedCase> cases, FinalizedMark mark, boolean complete) {
  /** Copies the list and refuses null. */
  public FinalizedBatch {
    cases = List.copyOf(cases);
    Objects.requireNonNull(mark, "mark");
  }
}
