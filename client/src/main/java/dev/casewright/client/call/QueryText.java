package dev.casewright.client.call;

import dev.casewright.client.json.OpenValue;
import feign.Param;
import java.nio.charset.StandardCharsets;

/**
 * Puts a value into a query. Everything but letters, digits and {@code - . _ ~} is escaped here,
 * the percent sign included: Feign takes a value such as {@code a%2Fb} for escaped already and
 * would change its meaning. Stateless.
 */
public final class QueryText implements Param.Expander {
  private static final String UNRESERVED = "-._~";

  /** Creates the expander; Feign does so by its class. */
  public QueryText() {}

  /**
   * The value, escaped.
   *
   * @param value the value
   * @return the text for the query
   * @throws IllegalArgumentException if the value is not valid Unicode; nothing was sent then
   */
  @Override
  public String expand(Object value) {
    return escaped(textOf(value));
  }

  static String textOf(Object value) {
    return value instanceof OpenValue open ? open.value() : value.toString();
  }

  static String escaped(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      // It would go out as a question mark, and so as another value.
      throw new IllegalArgumentException(
          "A value for the path or the query is not valid Unicode: it holds half of a pair.");
    }
    StringBuilder escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (character < 128
          && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
        escaped.append(character);
      } else {
        escaped.append(String.format("%%%02X", (int) character));
      }
    }
    return escaped.toString();
  }
}
