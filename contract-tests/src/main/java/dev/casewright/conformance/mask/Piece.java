package dev.casewright.conformance.mask;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a masked text.
 *
 * @param text what may be shown, or the name of the shell variable that stands for a value
 * @param isVariable whether it is the name of a shell variable
 */
record Piece(String text, boolean isVariable) {

  static final String MASKED = "***";

  static Piece shown(String text) {
    return new Piece(text, false);
  }

  static Piece variable(String name) {
    return new Piece(name, true);
  }

  /** The text to read: no name of a variable is in it. */
  static String toRead(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.isVariable() ? MASKED : piece.text())
        .collect(Collectors.joining());
  }
}
