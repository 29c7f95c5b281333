package dev.casewright.client.json;

import java.io.Serial;

/** A value that the wire cannot carry. Its message holds the rule, never the value. */
final class UnwritableValueException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  UnwritableValueException(String rule) {
    super(rule);
  }
}
