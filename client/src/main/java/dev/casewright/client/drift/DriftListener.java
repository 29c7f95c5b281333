package dev.casewright.client.drift;

/**
 * Is told when a server sends what the contract does not know: the sign that an API has moved on.
 * Such an answer is read all the same, and nothing of it is lost.
 *
 * <p>Called in the thread of the call, at its end, so it has to be quick; what it throws is
 * dropped, and its type logged. Implementations have to be thread-safe.
 */
@FunctionalInterface
public interface DriftListener {
  /** Hears of everything and does nothing. With it, answers are not looked through at all. */
  DriftListener NONE = report -> {};

  /**
   * A call has ended in which something unknown came.
   *
   * @param report what came, without any value
   */
  void drifted(DriftReport report);
}
