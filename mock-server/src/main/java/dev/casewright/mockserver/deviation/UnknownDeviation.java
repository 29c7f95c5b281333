package dev.casewright.mockserver.deviation;

import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.suggestion.EditDistance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what was perhaps meant by the id of a requirement that cannot be broken. */
public final class UnknownDeviation {

  private UnknownDeviation() {}

  /**
   * For an id that a user set at the start or in Java.
   *
   * @param given the id, which is quoted: it must not come from a request
   * @param ids the ids of the requirements that can be broken
   * @return what to throw
   */
  public static InvalidSettingException of(String given, Collection<String> ids) {
    Optional<String> near = near(given, ids);
    List<String> alike =
        ids.stream()
            .filter(id -> near.map(meant -> group(id).equals(group(meant))).orElse(true))
            .toList();
    return new InvalidSettingException(
        "No requirement \""
            + given
            + "\" can be broken."
            + meant(given, ids)
            + (near.isPresent() ? " Its group has: " : " Those that can be: ")
            + list(alike)
            + ".");
  }

  /** The question for the nearest id, behind a space; nothing if none is near. */
  static String meant(String given, Collection<String> ids) {
    return near(given, ids).map(near -> " Did you mean " + near + "?").orElse("");
  }

  private static Optional<String> near(String given, Collection<String> ids) {
    return EditDistance.nearest(given, ids.stream().sorted().toList());
  }

  private static String group(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }

  /** All ids, those that begin alike together. */
  private static String list(Collection<String> ids) {
    Map<String, String> groups =
        ids.stream()
            .sorted()
            .collect(
                Collectors.groupingBy(
                    UnknownDeviation::group,
                    TreeMap::new,
                    Collectors.mapping(
                        id -> id.substring(id.lastIndexOf('-')), Collectors.joining(" "))));
    return groups.entrySet().stream()
        .map(group -> group.getKey() + group.getValue())
        .collect(Collectors.joining(", "));
  }
}
