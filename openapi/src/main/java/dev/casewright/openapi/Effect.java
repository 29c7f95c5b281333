package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a request, or the check of a requirement, does to the server it is sent to. */
public enum Effect {
  /** Nothing is changed; a login counts as a read. */
  READ,
  /** Something new is made. */
  CREATE,
  /** Something that exists is changed. */
  CHANGE,
  /** Something is removed. */
  DELETE,
  /** A request that a polite client would not send, such as one with wrong credentials. */
  PROBE;

  /**
   * The effect with the given name.
   *
   * @param name the lower-case name used in the documents
   * @return the effect
   * @throws IllegalArgumentException if there is none of that name
   */
  @JsonCreator
  public static Effect of(String name) {
    for (Effect effect : values()) {
      if (effect.toString().equals(name)) {
        return effect;
      }
    }
    throw new IllegalArgumentException(
        "Unknown effect \"" + name + "\": use read, create, change, delete or probe.");
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
