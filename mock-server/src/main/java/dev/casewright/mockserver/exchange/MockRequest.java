package dev.casewright.mockserver.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in, freed of the server that received it.
 *
 * @param method the HTTP method in upper case
 * @param path the path as sent, percent-encoded, without query
 * @param query the decoded values of the query parameters, in the order sent
 * @param headers the values of the headers by lower-case name
 * @param body the bytes of the body; empty if there is none
 */
public record MockRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

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

  @Override
  public String toString() {
    return method + " request";
  }
}
