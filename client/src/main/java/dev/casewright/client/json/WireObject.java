package dev.casewright.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * An object of the contract, with everything that was on the wire.
 *
 * <p>Implementations are generated from the contract. Absent, null and empty are three things: an
 * absent and a null property both read as an empty {@code Optional}, and {@link #nullFields()}
 * tells them apart. Reading and writing back gives an equal JSON tree. Immutable and thread-safe.
 */
public interface WireObject {
  /**
   * The properties of the contract that have a value.
   *
   * @return a copy of them, by their names on the wire and in the order of the contract; a value is
   *     what the property's own method gives, without an {@code Optional} around it
   */
  Map<String, Object> knownFields();

  /**
   * The properties that are explicitly null.
   *
   * @return their names on the wire
   */
  Set<String> nullFields();

  /**
   * The fields that the contract does not know.
   *
   * @return a copy of them, by their names on the wire
   */
  Map<String, JsonNode> additionalFields();
}
