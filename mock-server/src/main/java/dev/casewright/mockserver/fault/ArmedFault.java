package dev.casewright.mockserver.fault;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A fault that was armed, and how often it has acted. Thread-safe; its counter is exact. */
public final class ArmedFault {

  private final long id;
  private final Fault fault;
  private final Behaviour behaviour;
  private final AtomicLong calls = new AtomicLong();

  ArmedFault(long id, Fault fault, Behaviour behaviour) {
    this.id = id;
    this.fault = fault;
    this.behaviour = behaviour;
  }

  /**
   * What it is removed by.
   *
   * @return a number of this server
   */
  public long id() {
    return id;
  }

  /**
   * What was armed.
   *
   * @return the fault
   */
  public Fault fault() {
    return fault;
  }

  /**
   * How many calls it acted on so far.
   *
   * @return a count from 0
   */
  public long acted() {
    long met = Math.max(0, calls.get() - fault.skip());
    return fault.times().isPresent() ? Math.min(met, fault.times().getAsLong()) : met;
  }

  /**
   * How many calls it will still act on.
   *
   * @return a count from 0; nothing if it acts until it is removed
   */
  public OptionalLong left() {
    return fault.times().isPresent()
        ? OptionalLong.of(fault.times().getAsLong() - acted())
        : OptionalLong.empty();
  }

  boolean isSpent() {
    return left().isPresent() && left().getAsLong() == 0;
  }

  Behaviour behaviour() {
    return behaviour;
  }

  boolean claim() {
    long before = calls.getAndIncrement();
    return before >= fault.skip()
        && (fault.times().isEmpty() || before - fault.skip() < fault.times().getAsLong());
  }

  @Override
  public String toString() {
    return "fault " + id + ": " + fault;
  }
}
