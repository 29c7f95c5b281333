package dev.casewright.mockserver.judge;

import java.time.Instant;

/**
 * Something that a client did wrong, once or more often. It holds nothing of a request but the
 * operation.
 *
 * @param name what it did, such as {@code page-skipped}
 * @param operation the operation that it called; an empty text if it called none
 * @param first when it first did it, by the clock of the space
 * @param last when it last did it
 * @param count how often it did it
 * @param expected what it should have done
 * @param rule the requirement or the standard behind it
 */
public record Finding(
    String name,
    String operation,
    Instant first,
    Instant last,
    long count,
    String expected,
    String rule) {

  Finding again(Instant now) {
    return new Finding(name, operation, first, now, count + 1, expected, rule);
  }
}
