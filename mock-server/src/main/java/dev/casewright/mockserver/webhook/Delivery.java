package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.space.CaseMove;
import java.time.Instant;
import java.util.Optional;

/**
 * One notice to one target, and how far it has come. Immutable.
 *
 * @param id its id, which the receiver gets too; the same when it is replayed
 * @param target the id of the target
 * @param move the change that it tells of
 * @param outcome what became of it
 * @param attempts how often it was sent since it was last begun
 * @param answered the status code of the last answer; nothing if none came
 * @param finished when it was delivered or given up, by the clock of the space
 */
public record Delivery(
    String id,
    String target,
    CaseMove move,
    Outcome outcome,
    int attempts,
    Optional<Integer> answered,
    Optional<Instant> finished) {

  static Delivery begin(String id, String target, CaseMove move) {
    return new Delivery(id, target, move, Outcome.PENDING, 0, Optional.empty(), Optional.empty());
  }

  boolean isPending() {
    return outcome == Outcome.PENDING;
  }

  Delivery again() {
    return begin(id, target, move);
  }

  Delivery tried(Optional<Integer> answer) {
    return new Delivery(id, target, move, outcome, attempts + 1, answer, finished);
  }

  Delivery ended(Outcome how, Instant when) {
    return new Delivery(id, target, move, how, attempts, answered, Optional.of(when));
  }

  /** What can become of a notice. */
  public enum Outcome {
    /** It is being sent, or waits for its turn or the next attempt. */
    PENDING,
    /** The receiver answered with a status code from 200 to 299. */
    DELIVERED,
    /** All attempts failed, or its target was removed. */
    GIVEN_UP
  }
}
