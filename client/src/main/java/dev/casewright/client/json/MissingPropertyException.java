package dev.casewright.client.json;

import java.io.Serial;

/**
 * Thrown by the {@code build()} of a generated class when a required property was not set. Its
 * message holds names, never values.
 */
public final class MissingPropertyException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  private final String property;

  MissingPropertyException(String type, String property) {
    super(type + ": the required property \"" + property + "\" is missing. Set it before build().");
    this.property = property;
  }

  /**
   * The property that is missing.
   *
   * @return its name on the wire
   */
  public String property() {
    return property;
  }
}
