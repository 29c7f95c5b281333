package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Space;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the admin API.
 *
 * @param path the decoded values of the path variables
 * @param body the JSON body; an empty object if none came
 * @param space the space that it is about; nothing if it is about the server or not there
 * @param request the request as it came in
 */
public record AdminCall(
    Map<String, String> path, JsonNode body, Optional<Space> space, MockRequest request) {

  /**
   * The space that the request is about.
   *
   * @return the space
   * @throws IllegalStateException if the route is not one of spaces that are there
   */
  public Space ownSpace() {
    return space.orElseThrow(
        () -> new IllegalStateException("This route is about no space that is there."));
  }

  @Override
  public String toString() {
    return "admin call of " + space.map(Space::name).orElse("no space");
  }
}
