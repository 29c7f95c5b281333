package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How surely a statement of the contract is known, strongest first. */
public enum Evidence {
  /** The vendor's manual says it. */
  DOCUMENTED,
  /** It appears in a vendor's example, in a vendor tool's traffic or in a real answer. */
  SHOWN,
  /** A real third-party program sends it or reads it. */
  CLIENT,
  /** Our own reading; no source states it. */
  INFERRED,
  /** No public source says anything; a choice had to be made. */
  UNKNOWN;

  /**
   * The evidence with the given name.
   *
   * @param name the lower-case name used in the documents
   * @return the evidence
   * @throws IllegalArgumentException if there is none of that name
   */
  @JsonCreator
  public static Evidence of(String name) {
    for (Evidence evidence : values()) {
      if (evidence.toString().equals(name)) {
        return evidence;
      }
    }
    throw new IllegalArgumentException(
        "Unknown evidence \"" + name + "\": use documented, shown, client, inferred or unknown.");
  }

  /**
   * Whether no source stands behind the statement, so that a server that differs is not proven
   * wrong.
   *
   * @return true for {@link #INFERRED} and {@link #UNKNOWN}
   */
  public boolean isOurReading() {
    return this == INFERRED || this == UNKNOWN;
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
