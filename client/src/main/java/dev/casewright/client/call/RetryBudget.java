package dev.casewright.client.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many repetitions a client has in store, in tenths. Without it, all calls together would ask a
 * server that is down several times as often. Thread-safe.
 */
final class RetryBudget {
  private static final int WHOLE = 10;

  private final int most;
  private final AtomicInteger tenths;

  /**
   * Creates a budget.
   *
   * @param repetitions how many there are at the start, and at most
   */
  RetryBudget(int repetitions) {
    this.most = Math.multiplyExact(repetitions, WHOLE);
    this.tenths = new AtomicInteger(most);
  }

  /** Takes one repetition, if there is one. */
  boolean take() {
    return tenths.getAndUpdate(left -> left >= WHOLE ? left - WHOLE : left) >= WHOLE;
  }

  /** A call went well: a tenth of a repetition comes back. */
  void giveBack() {
    tenths.updateAndGet(left -> Math.min(most, left + 1));
  }
}
