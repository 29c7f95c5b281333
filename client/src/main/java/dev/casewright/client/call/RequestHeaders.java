package dev.casewright.client.call;

import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts headers on copies of requests. The request itself stays as it is, so that an attempt never
 * inherits from another.
 */
public final class RequestHeaders {
  private RequestHeaders() {}

  /**
   * A request with a header, in place of those of its name.
   *
   * @param request the request
   * @param name the name of the header
   * @param value its value
   * @return a copy
   */
  public static Request with(Request request, String name, String value) {
    return with(request, Map.of(name, value));
  }

  /**
   * A request with headers, in place of those of their names.
   *
   * @param request the request
   * @param values the headers, by their names
   * @return a copy
   */
  static Request with(Request request, Map<String, String> values) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
    values.forEach(
        (name, value) -> {
          headers.keySet().removeIf(name::equalsIgnoreCase);
          headers.put(name, List.of(value));
        });
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
