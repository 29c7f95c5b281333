package dev.casewright.mockserver.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads query strings. */
public final class QueryString {

  private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private QueryString() {}

  /**
   * Whether every percent sign of a raw path or query is followed by two hexadecimal digits.
   *
   * @param raw the text as sent
   * @return true if it can be decoded
   */
  public static boolean isWellEncoded(String raw) {
    return !BROKEN_ENCODING.matcher(raw).find();
  }

  /**
   * The parameters of a query.
   *
   * @param raw the query as sent, without the question mark
   * @return the decoded values by decoded name, in the order sent; a name without {@code =} has an
   *     empty value
   */
  public static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        String[] nameAndValue = pair.split("=", 2);
        parameters
            .computeIfAbsent(decode(nameAndValue[0]), name -> new ArrayList<>())
            .add(nameAndValue.length == 2 ? decode(nameAndValue[1]) : "");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
