package dev.casewright.client.authorization;

import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a header on a copy of a request. The request itself stays as it is, so that an attempt never
 * inherits from another.
 */
final class Headers {
  private Headers() {}

  static Request withAuthorization(Request request, String value) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
    headers.put("Authorization", List.of(value));
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
