package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.suggestion.EditDistance;
import dev.casewright.openapi.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  private final Map<String, String> atStart;
  private final Map<String, Map<String, String>> ofSpaces = new ConcurrentHashMap<>();
  private volatile Map<String, String> ofServer;

  /**
   * Switches of a server.
   *
   * @param atStart the values of those that are turned in all spaces from the start, by name
   * @throws InvalidSettingException if there is no such switch or value
   */
  public Switches(Map<String, String> atStart) {
    Map<String, String> values = new TreeMap<>();
    atStart.forEach((name, value) -> values.put(name, checked(name, value)));
    this.atStart = Map.copyOf(values);
    this.ofServer = this.atStart;
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
          "There is no such switch."
              + EditDistance.nearest(name, ALL.keySet())
                  .map(near -> " Did you mean " + near + "?")
                  .orElse("")
              + " There are: "
              + String.join(", ", ALL.keySet())
              + ".");
    }
    return found;
  }

  /**
   * The value of a switch.
   *
   * @param space the space; nothing for the server
   * @param name the name of the switch
   * @return the space's own value, or else the server's, or else the recommended one
   * @throws InvalidSettingException if there is no such switch
   */
  public String value(Optional<String> space, String name) {
    return values(space).getOrDefault(name, named(name).usual());
  }

  /**
   * Turns a switch.
   *
   * @param space the space; nothing for the server, whose values all spaces have that have none of
   *     their own
   * @param name its name
   * @param value its value
   * @throws InvalidSettingException if there is no such switch or value
   */
  public void turn(Optional<String> space, String name, String value) {
    String good = checked(name, value);
    change(space, values -> values.put(name, good));
  }

  /**
   * Turns a switch back: of a space to the server's value, of the server to the value at its start.
   *
   * @param space the space; nothing for the server
   * @param name its name
   * @throws InvalidSettingException if there is no such switch
   */
  public void turnBack(Optional<String> space, String name) {
    named(name);
    change(
        space,
        values -> {
          if (space.isEmpty() && atStart.containsKey(name)) {
            values.put(name, atStart.get(name));
          } else {
            values.remove(name);
          }
        });
  }

  /**
   * Turns all switches back.
   *
   * @param space the space; nothing for the server
   */
  public synchronized void turnAllBack(Optional<String> space) {
    space.ifPresentOrElse(this::reset, () -> ofServer = atStart);
  }

  /**
   * Turns all switches of a space back.
   *
   * @param space the name of the space
   */
  public void reset(String space) {
    ofSpaces.remove(space);
  }

  private synchronized void change(Optional<String> space, Consumer<Map<String, String>> change) {
    Map<String, String> values =
        new TreeMap<>(space.map(name -> ofSpaces.getOrDefault(name, Map.of())).orElse(ofServer));
    change.accept(values);
    space.ifPresentOrElse(
        name -> ofSpaces.put(name, Map.copyOf(values)), () -> ofServer = Map.copyOf(values));
  }

  /** Those that are set, by name. */
  Map<String, String> values(Optional<String> space) {
    Map<String, String> own =
        space.map(name -> ofSpaces.getOrDefault(name, Map.of())).orElse(Map.of());
    if (own.isEmpty()) {
      return ofServer;
    }
    Map<String, String> all = new TreeMap<>(ofServer);
    all.putAll(own);
    return all;
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
            .filter(space -> value.equals(values(Optional.of(space)).get(which.name())))
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

  /**
   * A value, if the switch has it.
   *
   * @param name the name of the switch
   * @param value the value
   * @return the value
   * @throws InvalidSettingException if there is no such switch or value
   */
  public static String checked(String name, String value) {
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
