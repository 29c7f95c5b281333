package dev.casewright.client.json;

/**
 * A text of which the contract lists known values, while others may come.
 *
 * <p>Implementations are generated from the contract. Two are equal if their class and text are.
 * They keep an unknown text as it is, so nothing is lost when an answer is read and written back.
 * Immutable and thread-safe.
 */
public interface OpenValue {
  /**
   * The text as it stands on the wire.
   *
   * @return the text, known or not
   */
  String value();

  /**
   * Whether the contract lists this text.
   *
   * @return true for one of the constants of the class
   */
  boolean isKnown();
}
