package dev.casewright.conformance.report;

import java.io.Console;
import java.util.Map;

/**
 * What a text is written to.
 *
 * @param columns how many characters fit into a line
 * @param colours whether it shows colours
 */
public record Terminal(int columns, boolean colours) {

  private static final int USUAL_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 30;

  /** No line is narrower than thirty characters. */
  public Terminal {
    columns = Math.max(FEWEST_COLUMNS, columns);
  }

  /**
   * Where standard output goes to. Colours are for terminals only, and not where {@code NO_COLOR}
   * is set or {@code TERM} is {@code dumb}; {@code COLUMNS} tells the width.
   *
   * @param isTerminal whether standard output is a terminal
   * @param environment the environment variables
   * @return what to write for
   */
  public static Terminal of(boolean isTerminal, Map<String, String> environment) {
    boolean colours =
        isTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(columns(environment.getOrDefault("COLUMNS", "")), colours);
  }

  /**
   * Whether standard input and output are those of a terminal.
   *
   * @return true if a person sees the output
   */
  public static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  private static int columns(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : USUAL_COLUMNS;
  }
}
