package dev.casewright.mockserver;

import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.switches.Switch;
import dev.casewright.mockserver.switches.Switches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server or one of its spaces reads what the sources leave open. What is set for the server
 * holds in all spaces that have nothing set of their own; the first switch that is turned in a
 * space gives it a copy of all settings of the server. Nothing here blocks. Thread-safe.
 */
public final class MockSwitches {

  private final Switches switches;
  private final Optional<Space> space;

  MockSwitches(Switches switches, Optional<Space> space) {
    this.switches = switches;
    this.space = space;
  }

  /**
   * Turns a switch from now on. May be repeated.
   *
   * @param name its name, such as {@code opal-list-shape}
   * @param value one of its values
   * @throws IllegalArgumentException if there is no such switch or value; the message lists those
   *     that there are
   */
  public void set(String name, String value) {
    switches.turn(name(), name, value);
  }

  /**
   * Turns a switch back: of a space to the server's value, of the server to the value at its start.
   * May be repeated.
   *
   * @param name its name
   * @throws IllegalArgumentException if there is no such switch
   */
  public void reset(String name) {
    switches.turnBack(name(), name);
  }

  /** Turns all switches back. May be repeated. */
  public void reset() {
    switches.turnAllBack(name());
  }

  /**
   * How a switch stands now.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if there is no such switch
   */
  public String value(String name) {
    return switches.value(name(), name);
  }

  /**
   * All switches that there are.
   *
   * @return their values by name, the recommended one first
   */
  public Map<String, List<String>> available() {
    Map<String, List<String>> available = new LinkedHashMap<>();
    for (Switch each : Switches.all()) {
      available.put(each.name(), each.values());
    }
    return available;
  }

  private Optional<String> name() {
    return space.map(Space::name);
  }
}
