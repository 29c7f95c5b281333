package dev.casewright.client.download;

import java.util.Optional;

/**
 * Looks at both ends of an object or array of JSON: a page of HTML has another beginning, and what
 * was cut off has another end. What is between is not read, since the file may be of any size. To
 * be used by one thread.
 */
final class JsonCheck implements BodyCheck {
  private int first = -1;
  private int last = -1;

  @Override
  public void add(byte[] bytes, int offset, int count) {
    for (int at = offset; first < 0 && at < offset + count; at++) {
      first = isSpace(bytes[at]) ? -1 : bytes[at] & 0xFF;
    }
    for (int at = offset + count - 1; at >= offset; at--) {
      if (!isSpace(bytes[at])) {
        last = bytes[at];
        return;
      }
    }
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
  }

  @Override
  public Optional<String> problemSoFar() {
    return first < 0 || first == '{' || first == '['
        ? Optional.empty()
        : Optional.of("a report in JSON has to begin with { or [");
  }

  @Override
  public Optional<String> problem() {
    if (first < 0) {
      return Optional.of("a report in JSON must not be empty");
    }
    boolean ended = first == '{' ? last == '}' : last == ']';
    return problemSoFar()
        .or(
            () ->
                ended
                    ? Optional.empty()
                    : Optional.of(
                        "a report in JSON has to end with } or ] as it began; this one was cut off"
                            + " or damaged"));
  }
}
