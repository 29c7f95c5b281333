package dev.casewright.conformance.target;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it goes over the wire. It may hold credentials, and never goes into a report.
 *
 * @param method the method
 * @param target path and query
 * @param headers the headers; none other than those of HTTP itself are added
 * @param body the body; nothing without one
 */
public record Message(
    String method, String target, Map<String, String> headers, Optional<String> body) {

  /** Keeps a copy of the headers. */
  public Message {
    headers = Map.copyOf(headers);
  }

  /**
   * The path without the query.
   *
   * @return the path
   */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  @Override
  public String toString() {
    return method;
  }
}
