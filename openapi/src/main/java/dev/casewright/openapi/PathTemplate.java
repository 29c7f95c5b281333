package dev.casewright.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the contract with its variables, such as {@code /reports/{id}/pdf_report}.
 *
 * <p>A request path fits with and without one trailing slash; a variable stands for one whole,
 * non-empty segment.
 */
public final class PathTemplate {

  private final String text;
  private final List<String> segments;

  /**
   * Makes a template from the text of the document.
   *
   * @param text a path that starts with a slash, its variables in braces
   */
  public PathTemplate(String text) {
    this.text = text;
    this.segments = segmentsOf(text);
  }

  /**
   * The values of the variables, if the path fits.
   *
   * @param rawPath the path of a request as sent, percent-encoded, without query
   * @return the decoded values by variable name; nothing if the path does not fit
   */
  public Optional<Map<String, String>> match(String rawPath) {
    List<String> given = segmentsOf(rawPath);
    if (!fits(given)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isVariable(segment)) {
        Optional<String> decoded = decode(given.get(i));
        if (decoded.isEmpty()) {
          return Optional.empty();
        }
        values.put(segment.substring(1, segment.length() - 1), decoded.get());
      }
    }
    return Optional.of(values);
  }

  /** Whether a path has these fixed segments, and something for each variable. */
  boolean fits(List<String> given) {
    if (given.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isVariable(segment) ? given.get(i).isEmpty() : !segment.equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * How many segments are fixed text; of two templates that fit one path, the one with more wins.
   *
   * @return a count from 0
   */
  public int fixedSegments() {
    return (int) segments.stream().filter(segment -> !isVariable(segment)).count();
  }

  /**
   * The names of the variables, from left to right.
   *
   * @return an unmodifiable list
   */
  public List<String> variables() {
    return segments.stream()
        .filter(PathTemplate::isVariable)
        .map(segment -> segment.substring(1, segment.length() - 1))
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  static List<String> segmentsOf(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    if (!segments.isEmpty() && segments.get(0).isEmpty()) {
      segments.remove(0);
    }
    if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    return segments;
  }

  private static Optional<String> decode(String segment) {
    try {
      return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException brokenPercentEncoding) {
      return Optional.empty();
    }
  }
}
