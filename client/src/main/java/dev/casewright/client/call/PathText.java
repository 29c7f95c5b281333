package dev.casewright.client.call;

import feign.Param;

/**
 * Puts a value into a path, or refuses it. A value that a server, or something in front of it,
 * could read as more than one step of the path would reach another address than the one that was
 * meant. Stateless.
 */
public final class PathText implements Param.Expander {
  /** Creates the expander; Feign does so by its class. */
  public PathText() {}

  /**
   * The value, escaped.
   *
   * @param value the value
   * @return the text for the path
   * @throws IllegalArgumentException if the value is empty, a dot or two, or holds a slash, a
   *     backslash, a percent sign or a control character, or is not valid Unicode; nothing was sent
   *     then
   */
  @Override
  public String expand(Object value) {
    String text = QueryText.textOf(value);
    if (text.isBlank() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(
          "A value for the path is empty, \".\" or \"..\": give the id or name itself.");
    }
    if (text.chars().anyMatch(PathText::isForbidden)) {
      throw new IllegalArgumentException(
          "A value for the path holds a slash, a backslash, a percent sign or a control character:"
              + " give the id or name itself, not escaped and not a part of an address.");
    }
    return QueryText.escaped(text);
  }

  private static boolean isForbidden(int character) {
    return character == '/'
        || character == '\\'
        || character == '%'
        || Character.isISOControl(character);
  }
}
