package dev.casewright.conformance.plan;

import dev.casewright.openapi.Api;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A request that a check sends, once or more, with placeholders for what is found on the way.
 *
 * @param api the API that is asked
 * @param redirect whether it goes to the listener that only redirects
 * @param method the method
 * @param target path and query, with placeholders such as {@code {report_id}}
 * @param headers the names of the headers; with the scheme where one brings credentials
 * @param body whether it has a body
 */
public record PlannedRequest(
    Api api, boolean redirect, String method, String target, List<String> headers, boolean body) {

  /** Keeps a copy of the list. */
  public PlannedRequest {
    headers = List.copyOf(headers);
  }

  /**
   * The same request with no header that brings credentials.
   *
   * @return it
   */
  public PlannedRequest withoutCredentials() {
    List<String> others =
        headers.stream()
            .filter(header -> !header.toLowerCase(Locale.ROOT).contains("authorization"))
            .toList();
    return new PlannedRequest(api, redirect, method, target, others, body);
  }

  /**
   * The request for a reader.
   *
   * @return one line
   */
  @Override
  public String toString() {
    String more =
        headers.isEmpty() ? "" : headers.stream().collect(Collectors.joining(", ", "  [", "]"));
    return api.id()
        + "  "
        + (redirect ? "http" : "base")
        + "  "
        + method
        + " "
        + target
        + more
        + (body ? "  + body" : "");
  }
}
