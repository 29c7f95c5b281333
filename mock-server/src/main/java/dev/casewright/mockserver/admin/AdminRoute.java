package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One thing that the admin API can do.
 *
 * @param method the HTTP method
 * @param path the path below {@code /__mock/api} or, for a space, below its path; a template such
 *     as {@code /deviations/{id}}, or empty
 * @param scope what it can be about
 * @param behind does it, and gives the JSON to answer with; may throw a {@code Refusal}
 */
public record AdminRoute(
    String method, String path, Scope scope, Function<AdminCall, JsonNode> behind) {

  static final String ROOT = "/__mock/api";
  static final String SPACE = ROOT + "/spaces/{space}";

  @Override
  public String toString() {
    return method + " " + (scope.isOfServer() ? ROOT : SPACE) + path;
  }

  /** What a route can be about. */
  public enum Scope {
    /** Below {@code /__mock/api}. */
    SERVER,
    /**
     * Below {@code /__mock/api/spaces/{space}}, or below {@code /__mock/api} with the space in
     * {@code X-Mock-Space}.
     */
    SPACE,
    /** As {@link #SPACE}, but a space that is not there yet is not made for it. */
    SPACE_IF_THERE,
    /** Either of both: the server, whose settings are the default of all spaces, or one space. */
    SERVER_OR_SPACE;

    boolean isOfServer() {
      return this == SERVER || this == SERVER_OR_SPACE;
    }
  }
}
