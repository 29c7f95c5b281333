package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.PerSpace;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All switches, and how they stand for the server and for single spaces. Thread-safe. */
public final class Switches {

  private static final Map<String, Switch> ALL =
      Stream.of(SharedSwitches.all(), OpalSwitches.all(), EmedgeneSwitches.all())
          .flatMap(List::stream)
          .collect(
              Collectors.toMap(
                  Switch::name,
                  each -> each,
                  (one, two) -> {
                    throw new IllegalStateException("Two switches are named " + one + ".");
                  },
                  LinkedHashMap::new));

  private final PerSpace<Map<String, String>> turned;

  /**
   * Switches of a server.
   *
   * @param atStart the values of those that are turned in all spaces from the start, by name
   * @throws InvalidSettingException if there is no such switch or value
   */
  public Switches(Map<String, String> atStart) {
    Map<String, String> values = new TreeMap<>();
    atStart.forEach((name, value) -> values.put(name, checked(name, value)));
    this.turned = new PerSpace<>(Map.copyOf(values));
  }

  /**
   * All switches that there are.
   *
   * @return an unmodifiable list
   */
  public static List<Switch> all() {
    return List.copyOf(ALL.values());
  }

  /**
   * The switch of a name.
   *
   * @param name the name
   * @return the switch
   * @throws InvalidSettingException if there is none
   */
  public static Switch named(String name) {
    Switch found = ALL.get(name);
    if (found == null) {
      throw new InvalidSettingException(
          "There is no such switch. There are: " + String.join(", ", ALL.keySet()) + ".");
    }
    return found;
  }

  /**
   * The values of the switches that are turned, by name: see {@link PerSpace}.
   *
   * @return the setting
   */
  public PerSpace<Map<String, String>> turned() {
    return turned;
  }

  /**
   * Turns a switch.
   *
   * @param name its name
   * @param value its value; the recommended one turns it back
   * @return changes the values of the switches that are turned
   * @throws InvalidSettingException if there is no such switch or value
   */
  public static UnaryOperator<Map<String, String>> with(String name, String value) {
    String good = checked(name, value);
    return values -> {
      Map<String, String> changed = new TreeMap<>(values);
      changed.put(name, good);
      return Map.copyOf(changed);
    };
  }

  /**
   * Turns a switch back.
   *
   * @param name its name
   * @return changes the values of the switches that are turned
   * @throws InvalidSettingException if there is no such switch
   */
  public static UnaryOperator<Map<String, String>> without(String name) {
    named(name);
    return values -> {
      Map<String, String> changed = new TreeMap<>(values);
      changed.remove(name);
      return Map.copyOf(changed);
    };
  }

  /**
   * Whether a switch stands at a value other than the recommended one for a call. If it does, the
   * trace of the call notes that the answer depends on it.
   *
   * @param which the switch
   * @param value the value
   * @param call the call
   * @return true if it does
   */
  public boolean isTurned(Switch which, String value, Call call) {
    boolean turnedSo =
        call.space()
            .map(Space::name)
            .filter(space -> value.equals(turned.of(space).get(which.name())))
            .isPresent();
    if (turnedSo) {
      note(which, value, call.operation().api(), call.trace());
    }
    return turnedSo;
  }

  /** Of a switch that both APIs have, only the requirements of the one that is called matter. */
  static void note(Switch which, String value, Api api, Trace trace) {
    List<String> ids =
        which.requirements().stream().filter(id -> id.startsWith(api.requirementPrefix())).toList();
    trace.turned(which.name(), value, which.evidence(), ids);
  }

  private static String checked(String name, String value) {
    Switch known = named(name);
    if (!known.values().contains(value)) {
      throw new InvalidSettingException(
          "The switch "
              + name
              + " has no such value. It has: "
              + String.join(", ", known.values())
              + ".");
    }
    return value;
  }
}
