package dev.casewright.conformance.mask;

import java.util.List;
import java.util.regex.Pattern;

/** Quotes arguments for a POSIX shell. */
final class Shell {

  /** Nothing of it means anything within double quotes, not even to a shell with a history. */
  private static final Pattern PLAIN_IN_DOUBLE_QUOTES = Pattern.compile("[^\"\\\\$`!]*");

  /** What would be taken for more of the name of a variable. */
  private static final Pattern RUNS_ON = Pattern.compile("^[A-Za-z0-9_]");

  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=-]+");

  private Shell() {}

  /** One argument, whose variables the shell puts in. */
  static String argument(List<Piece> pieces) {
    boolean hasVariables = pieces.stream().anyMatch(Piece::isVariable);
    if (!hasVariables) {
      return text(Piece.toRead(pieces));
    }
    boolean plain =
        pieces.stream()
            .allMatch(
                piece ->
                    piece.isVariable() || PLAIN_IN_DOUBLE_QUOTES.matcher(piece.text()).matches());
    return plain ? inDoubleQuotes(pieces) : inTurns(pieces);
  }

  static String text(String text) {
    return NEEDS_NO_QUOTES.matcher(text).matches() ? text : inSingleQuotes(text);
  }

  private static String inSingleQuotes(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String inDoubleQuotes(List<Piece> pieces) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean runsOn = i + 1 < pieces.size() && RUNS_ON.matcher(pieces.get(i + 1).text()).find();
      String variable = runsOn ? "${" + piece.text() + "}" : "$" + piece.text();
      quoted.append(piece.isVariable() ? variable : piece.text());
    }
    return quoted.append('"').toString();
  }

  /** Text in single quotes and variables in double quotes, by turns. */
  private static String inTurns(List<Piece> pieces) {
    StringBuilder quoted = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.isVariable()) {
        flush(text, quoted);
        quoted.append("\"$").append(piece.text()).append('"');
      } else {
        text.append(piece.text());
      }
    }
    flush(text, quoted);
    return quoted.toString();
  }

  private static void flush(StringBuilder text, StringBuilder quoted) {
    if (!text.isEmpty()) {
      quoted.append(inSingleQuotes(text.toString()));
      text.setLength(0);
    }
  }
}
