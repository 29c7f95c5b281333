package dev.casewright.mockserver;

import dev.casewright.mockserver.fault.ArmedFault;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.fault.Faults;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Optional;

/**
 * The faults that are armed for a server or one of its spaces. What is armed for the server holds
 * in all spaces for which nothing was armed or removed. Thread-safe.
 */
public final class MockFaults {

  private final Faults faults;
  private final Optional<Space> space;

  MockFaults(Faults faults, Optional<Space> space) {
    this.faults = faults;
    this.space = space;
  }

  /**
   * Arms a fault, from the next call on, behind those that are armed already.
   *
   * @param fault the fault, such as {@code Fault.latency(Duration.ofSeconds(2)).on("getReports")}
   * @return the armed fault, which tells how often it acted
   * @throws IllegalArgumentException if it names an operation that no contract has
   */
  public ArmedFault arm(Fault fault) {
    return faults.arm(space, fault);
  }

  /**
   * Removes a fault. May be repeated.
   *
   * @param fault what {@link #arm} gave
   */
  public void remove(ArmedFault fault) {
    faults.disarm(space, fault.id());
  }

  /**
   * The faults that are armed and not used up.
   *
   * @return the faults, in the order in which they act
   */
  public List<ArmedFault> armed() {
    return faults.armed(space);
  }

  /** Removes all faults. May be repeated. */
  public void clear() {
    faults.clear(space);
  }
}
