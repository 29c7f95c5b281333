package dev.casewright.contracttests.pact;

import dev.casewright.openapi.check.AnswerParts;
import java.util.List;
import java.util.Map;

/**
 * One interaction of a pact: a request that our client sends and the answer that it needs.
 *
 * @param file the name of the pact file
 * @param provider the provider's name in the pact, such as {@code opal} or {@code opal-plain-http}
 * @param description what the interaction is about
 * @param operation the {@code operationId} that it refers to
 * @param requirements ids of the requirements that it refers to
 * @param method the HTTP method
 * @param path the raw path
 * @param query the query parameters
 * @param headers the request headers by lower-case name
 * @param body the bytes of the request body; empty if there is none
 * @param answer the expected answer
 */
public record PactInteraction(
    String file,
    String provider,
    String description,
    String operation,
    List<String> requirements,
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    AnswerParts answer) {

  /** Whether the provider is the listener that answers without TLS. */
  boolean isPlainHttp() {
    return provider.endsWith("-plain-http");
  }
}
