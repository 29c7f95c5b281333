package dev.casewright.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines. */
final class Wrap {

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d*m");

  private Wrap() {}

  /** Lines of at most so many characters; words that are longer are cut. */
  static List<String> lines(String text, int indent, int columns) {
    int room = columns - indent;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String rest = COLOUR.matcher(word).find() ? word : Plain.ascii(word);
      if (!line.isEmpty() && width(line) + 1 + width(rest) > room) {
        lines.add(" ".repeat(indent) + line);
        line.setLength(0);
      }
      while (line.isEmpty() && width(rest) > room) {
        lines.add(" ".repeat(indent) + rest.substring(0, room));
        rest = rest.substring(room);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    if (!line.isEmpty()) {
      lines.add(" ".repeat(indent) + line);
    }
    return lines;
  }

  private static int width(CharSequence text) {
    return COLOUR.matcher(text).replaceAll("").length();
  }
}
