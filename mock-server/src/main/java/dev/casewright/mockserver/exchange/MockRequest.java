package dev.casewright.mockserver.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request as it came in, freed of the server that received it. Immutable, but for the bytes of
 * its body, which nobody changes.
 *
 * @param entrance the listener that it came in at
 * @param method the HTTP method in upper case
 * @param path the path as sent, percent-encoded, without query
 * @param query the decoded values of the query parameters, in the order sent
 * @param headers the values of the headers by lower-case name
 * @param body the bytes of the body; empty if there is none
 * @param rehearsal whether it is only tried: it is answered, but changes nothing
 */
public record MockRequest(
    Entrance entrance,
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    boolean rehearsal) {

  private static final String EXPLAIN = "X-Mock-Explain";

  /**
   * A request that is meant.
   *
   * @param entrance the listener that it came in at
   * @param method the HTTP method in upper case
   * @param path the path as sent, percent-encoded, without query
   * @param query the decoded values of the query parameters, in the order sent
   * @param headers the values of the headers by lower-case name
   * @param body the bytes of the body; empty if there is none
   */
  public MockRequest(
      Entrance entrance,
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {
    this(entrance, method, path, query, headers, body, false);
  }

  /**
   * The values of a header.
   *
   * @param name the name, in any case
   * @return the values in the order sent; empty if the header did not come
   */
  public List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * The first value of a query parameter.
   *
   * @param name the name
   * @return the value; nothing if the parameter did not come
   */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * The first value of a query parameter that is a whole number.
   *
   * @param name the name of the parameter
   * @return the number; nothing if the parameter did not come or is no such number
   */
  public OptionalLong number(String name) {
    try {
      return parameter(name)
          .map(value -> OptionalLong.of(Long.parseLong(value)))
          .orElseGet(OptionalLong::empty);
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  /**
   * Whether a query parameter says true, in upper or lower case.
   *
   * @param name the name
   * @return false too if it did not come
   */
  public boolean isTrue(String name) {
    return parameter(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /**
   * Whether the client asks why it gets its answer.
   *
   * @return true with {@code X-Mock-Explain: 1}
   */
  public boolean asksWhy() {
    return header(EXPLAIN).contains("1");
  }

  /**
   * The same request, only tried.
   *
   * @return a new request that is answered as this one, and changes nothing
   */
  public MockRequest rehearsed() {
    return new MockRequest(entrance, method, path, query, headers, body, true);
  }

  /**
   * The same request to another path.
   *
   * @param other the path, percent-encoded, without query
   * @return a new request
   */
  public MockRequest withPath(String other) {
    return new MockRequest(entrance, method, other, query, headers, body, rehearsal);
  }

  /**
   * The same request with one query parameter set, in place of what it had of that name.
   *
   * @param name the name
   * @param value the decoded value
   * @return a new request
   */
  public MockRequest withParameter(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.put(name, List.of(value));
    return new MockRequest(entrance, method, path, changed, headers, body, rehearsal);
  }

  /**
   * The same request without a query parameter.
   *
   * @param name the name
   * @return a new request
   */
  public MockRequest withoutParameter(String name) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.remove(name);
    return new MockRequest(entrance, method, path, changed, headers, body, rehearsal);
  }

  /**
   * The same request with one header set, in place of what it had of that name.
   *
   * @param name the name, in any case
   * @param value the value
   * @return a new request
   */
  public MockRequest withHeader(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.put(name.toLowerCase(Locale.ROOT), List.of(value));
    return new MockRequest(entrance, method, path, query, changed, body, rehearsal);
  }

  /**
   * The same request without a header.
   *
   * @param name the name, in any case
   * @return a new request
   */
  public MockRequest withoutHeader(String name) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.remove(name.toLowerCase(Locale.ROOT));
    return new MockRequest(entrance, method, path, query, changed, body, rehearsal);
  }

  /**
   * The same request with another body.
   *
   * @param other the bytes of the body
   * @return a new request
   */
  public MockRequest withBody(byte[] other) {
    return new MockRequest(entrance, method, path, query, headers, other, rehearsal);
  }

  @Override
  public String toString() {
    return method + " request";
  }
}
