package dev.casewright.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Methods that write at the real service, under a path where the contract does not have them.
 *
 * @param path the path
 * @param methods the HTTP methods in upper case; one or more
 * @param source the document and section that they come from
 */
public record KnownWrite(PathTemplate path, Set<String> methods, String source) {

  /** Keeps a copy of the set. */
  public KnownWrite {
    Objects.requireNonNull(path, "path");
    methods = Set.copyOf(methods);
    if (methods.isEmpty() || source.isBlank()) {
      throw new IllegalArgumentException(
          "The known write at " + path + " needs its methods and its source.");
    }
  }

  /**
   * Whether a request is one of these writes.
   *
   * @param method an HTTP method in upper case
   * @param rawPath the path as sent, percent-encoded, without query
   * @return true if both fit
   */
  public boolean fits(String method, String rawPath) {
    return methods.contains(method) && path.match(rawPath).isPresent();
  }

  static KnownWrite read(JsonNode entry) {
    return new KnownWrite(
        new PathTemplate(entry.path("path").asText()),
        entry.path("methods").valueStream().map(JsonNode::asText).collect(Collectors.toSet()),
        entry.path("source").asText());
  }
}
