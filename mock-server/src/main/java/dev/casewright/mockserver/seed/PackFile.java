package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * A file of a seed pack, with the place of everything in it.
 *
 * @param name the name of the file
 * @param root what it holds; missing if it could not be read
 * @param places where the value of each JSON pointer begins
 */
record PackFile(String name, JsonNode root, Map<String, Place> places) {

  /** A file that is not there or cannot be read. */
  static PackFile unreadable(String name) {
    return new PackFile(name, MissingNode.getInstance(), Map.of());
  }

  /** The place of a value, or of the nearest value around it. */
  Place place(String pointer) {
    String nearest = pointer;
    while (!places.containsKey(nearest) && !nearest.isEmpty()) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    return places.getOrDefault(nearest, new Place(1, 1));
  }

  /**
   * A place in a file.
   *
   * @param line from 1 on
   * @param column from 1 on
   */
  record Place(int line, int column) {}
}
