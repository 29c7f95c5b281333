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

  @Override
  public String expand(Object value) {
    return escaped(textOf(value));
  }

  static String textOf(Object value) {
    return value instanceof OpenValue open ? open.value() : value.toString();
  }

  static String escaped(String text) {
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
