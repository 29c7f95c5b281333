package dev.casewright.mockserver.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What bad requests are put together from. */
final class Pieces {

  /** Values for places in paths and queries, as they stand in a request line. */
  static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "+1",
          "1.5",
          "1e999",
          "NaN",
          "0x10",
          "007",
          "2147483648",
          "9223372036854775808",
          "9".repeat(400),
          "-" + "9".repeat(50),
          "true",
          "null",
          "undefined",
          "[]",
          "%7B%7D",
          "%00",
          "%0d%0aX-Injected:%20yes",
          "%09",
          "%7f",
          "%20",
          "+",
          "%c0%af",
          "%ff%fe",
          "%ed%a0%80",
          "%f8%88%80%80%80",
          "%e2%80%ae",
          "%ef%bc%91",
          "%F0%9F%A7%AC",
          "..",
          "%2e%2e",
          "%2f",
          "%5c",
          "%25",
          "%2500",
          ";",
          ";a=b",
          "'%20OR%201=1--",
          "%3Cscript%3E",
          "${jndi:ldap://localhost:1/a}",
          "{{7*7}}",
          "%24%7B7*7%7D",
          "2024-13-45",
          "2024-02-30T25:61:61",
          "9999999-01-01T00:00:00",
          "x".repeat(3_000),
          "%41".repeat(500));

  /** JSON values of every type, in sizes that nobody needs. */
  static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e-400",
          "1e999999999",
          "9".repeat(99),
          "9".repeat(3_000),
          "1e" + "9".repeat(40),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udfff\\ud800\"",
          "\"" + "x".repeat(5_000) + "\"",
          "[]",
          "{}",
          "[null]",
          "[[[[[[[[[[]]]]]]]]]]",
          "[".repeat(300) + "]".repeat(300),
          "{\"a\":".repeat(300) + "1" + "}".repeat(300),
          "{\"\": 1, \"__proto__\": {}, \"$ref\": \"#\"}",
          "[1, \"a\", null, {}, []]");

  static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "LOCK", "get", "G".repeat(300));

  private Pieces() {}

  static <T> T any(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  static String noise(int most, RandomGenerator random) {
    byte[] bytes = new byte[1 + random.nextInt(most)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
