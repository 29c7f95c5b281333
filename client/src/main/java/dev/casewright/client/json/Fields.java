package dev.casewright.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the generated classes have in common: copying, noting nulls, requiring, writing. Not for use
 * by applications.
 */
public final class Fields {
  private Fields() {}

  /**
   * An immutable copy: collections deeply and unmodifiable, JSON trees deeply, everything else as
   * it is.
   *
   * @param value the value, or null
   * @param <T> its type
   * @return the copy, or null
   */
  @SuppressWarnings("unchecked")
  public static <T> T copyOf(T value) {
    if (value instanceof JsonNode tree) {
      return (T) tree.deepCopy();
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(copyOf(element)));
      return (T) Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty()) {
        // Nearly every object of a long list has no unknown field.
        return (T) Collections.emptyMap();
      }
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, element) -> copy.put(name, copyOf(element)));
      return (T) Collections.unmodifiableMap(copy);
    }
    return value;
  }

  /**
   * Notes whether a property was set to null, be it Java's or JSON's.
   *
   * @param nullFields the names noted so far
   * @param name the name of the property
   * @param value what it is set to
   * @param <T> its type
   * @return the value; null for JSON's null
   */
  public static <T> T note(Set<String> nullFields, String name, T value) {
    if (value == null || value instanceof NullNode) {
      nullFields.add(name);
      return null;
    }
    nullFields.remove(name);
    return value;
  }

  /**
   * Refuses a required property that has no value.
   *
   * @param type the simple name of the class
   * @param name the name of the property
   * @param value its value
   * @throws MissingPropertyException if the value is null
   */
  public static void require(String type, String name, Object value) {
    if (value == null) {
      throw new MissingPropertyException(type, name);
    }
  }

  /**
   * Refuses a required property that was not set; null is allowed if it was set to null.
   *
   * @param type the simple name of the class
   * @param name the name of the property
   * @param value its value
   * @param nullFields the properties that were set to null
   * @throws MissingPropertyException if the property was not set
   */
  public static void require(String type, String name, Object value, Set<String> nullFields) {
    if (!nullFields.contains(name)) {
      require(type, name, value);
    }
  }

  /**
   * Adds a property to what is written, unless it is absent.
   *
   * @param wire what is written
   * @param name the name of the property
   * @param value its value, or null
   * @param nullFields the properties that are explicitly null
   */
  public static void put(
      Map<String, Object> wire, String name, Object value, Set<String> nullFields) {
    if (value != null) {
      wire.put(name, written(value));
    } else if (nullFields.contains(name)) {
      wire.put(name, null);
    }
  }

  /**
   * Adds a property if it has a value.
   *
   * @param fields the properties so far
   * @param name the name of the property
   * @param value its value, or null
   */
  public static void present(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /**
   * Adds a field that the contract does not know.
   *
   * @param fields the fields so far
   * @param known the names that the contract knows
   * @param name the name of the field
   * @param value its value; null counts as JSON's null
   * @throws IllegalArgumentException if the contract knows the name
   */
  public static void addTo(
      Map<String, JsonNode> fields, Set<String> known, String name, JsonNode value) {
    if (known.contains(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is a property of the contract: use the builder's method for it.");
    }
    fields.put(name, value == null ? NullNode.getInstance() : value.deepCopy());
  }

  /**
   * Times go out as text made here, so that a mapper with other ideas about times cannot change
   * them.
   */
  private static Object written(Object value) {
    if (value instanceof LocalDateTime time) {
      return WireTimes.write(time);
    }
    if (value instanceof Instant time) {
      return WireTimes.write(time);
    }
    if (value instanceof LocalDate day) {
      return WireTimes.write(day);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Fields::writtenElement).toList();
    }
    return value;
  }

  private static Object writtenElement(Object element) {
    return element == null ? NullNode.getInstance() : written(element);
  }
}
