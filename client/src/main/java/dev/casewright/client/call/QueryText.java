package dev.casewright.client.call;

import dev.casewright.client.json.OpenValue;
import feign.Param;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

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
    StringBuilder escaped = new StringBuilder(text.length());
    HexFormat hex = HexFormat.of().withUpperCase();
    for (ByteBuffer octets = encoded(text); octets.hasRemaining(); ) {
      byte octet = octets.get();
      if (isUnreserved(octet)) {
        escaped.append((char) octet);
      } else {
        escaped.append('%').append(hex.toHexDigits(octet));
      }
    }
    return escaped.toString();
  }

  private static ByteBuffer encoded(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException half) {
      // It would go out as a question mark, and so as another value.
      throw new IllegalArgumentException(
          "A value for the path or the query is not valid Unicode: it holds half of a pair.");
    }
  }

  private static boolean isUnreserved(byte octet) {
    return octet >= 0 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
  }
}
