package dev.casewright.mockserver.route;

import java.util.concurrent.atomic.LongAdder;

/** Counts the answers of the mock itself that broke the contract. Thread-safe. */
public final class BreachCounter {

  private final LongAdder breaches = new LongAdder();

  /** Starts at zero. */
  public BreachCounter() {}

  void add() {
    breaches.increment();
  }

  /**
   * How many answers broke the contract so far.
   *
   * @return a count from 0
   */
  public long count() {
    return breaches.sum();
  }
}
