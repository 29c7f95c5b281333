package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.PathTemplate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers requests to {@code /__mock/api/}, in JSON; refusals have a text under {@code message}.
 * Thread-safe.
 */
public final class AdminApi {

  private static final String SPACE_HEADER = "X-Mock-Space";
  private static final String SPACES = AdminRoute.ROOT + "/spaces/";

  private final Spaces spaces;
  private final List<AdminRoute> routes;

  /**
   * The API with the given routes.
   *
   * @param spaces the state
   * @param routes what it can do
   */
  public AdminApi(Spaces spaces, Collection<AdminRoute> routes) {
    this.spaces = spaces;
    this.routes = List.copyOf(routes);
  }

  /**
   * Answers a request.
   *
   * @param request a request whose path begins with {@code /__mock}
   * @return the answer
   */
  public MockAnswer answer(MockRequest request) {
    try {
      MockRequest meant = spaceInPath(request);
      for (AdminRoute route : routes) {
        Optional<MockAnswer> answer = answer(route, meant);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      throw unknown(meant);
    } catch (Refusal refusal) {
      return refusal.in(ErrorShape.EMEDGENE);
    }
  }

  private Refusal unknown(MockRequest request) {
    String methods =
        routes.stream()
            .filter(route -> !pathsOf(route, request).isEmpty())
            .map(AdminRoute::method)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!methods.isEmpty()) {
      return new Refusal(405, "This path does not take this method. It takes: " + methods + ".");
    }
    boolean ofSpace =
        routes.stream()
            .filter(route -> !route.scope().isOfServer())
            .anyMatch(route -> match(AdminRoute.ROOT + route.path(), request).isPresent());
    return ofSpace
        ? new Refusal(
            404,
            "This is about a space. Name it in the header "
                + SPACE_HEADER
                + ", or call it below "
                + AdminRoute.SPACE
                + ".")
        : new Refusal(
            404,
            "The admin API has no such path. The control room is at /__mock/, Swagger UI at"
                + " /__mock/swagger/opal and /__mock/swagger/emedgene. The API has: "
                + routes.stream().map(AdminRoute::toString).collect(Collectors.joining(", "))
                + ".");
  }

  /** The variables of the path, for each way in which the route has it. */
  private static List<Map<String, String>> pathsOf(AdminRoute route, MockRequest request) {
    Stream<String> templates =
        switch (route.scope()) {
          case SERVER -> Stream.of(AdminRoute.ROOT);
          case SPACE, SPACE_IF_THERE -> Stream.of(AdminRoute.SPACE);
          case SERVER_OR_SPACE -> Stream.of(AdminRoute.ROOT, AdminRoute.SPACE);
        };
    return templates.flatMap(root -> match(root + route.path(), request).stream()).toList();
  }

  /** A space in the header is meant as one in the path. */
  private static MockRequest spaceInPath(MockRequest request) {
    List<String> named = request.header(SPACE_HEADER);
    boolean ofServer =
        request.path().startsWith(AdminRoute.ROOT + "/") && !request.path().startsWith(SPACES);
    return named.isEmpty() || !ofServer
        ? request
        : request.withPath(
            SPACES
                + checked(named.get(0), "header " + SPACE_HEADER)
                + request.path().substring(AdminRoute.ROOT.length()));
  }

  private Optional<MockAnswer> answer(AdminRoute route, MockRequest request) {
    if (!route.method().equals(request.method())) {
      return Optional.empty();
    }
    JsonNode body = Json.read(request.body()).orElseGet(Json::object);
    Optional<AdminCall> ofServer =
        route.scope().isOfServer()
            ? match(AdminRoute.ROOT + route.path(), request)
                .map(path -> new AdminCall(path, body, Optional.empty(), request))
            : Optional.empty();
    return ofServer
        .or(() -> route.scope() == Scope.SERVER ? Optional.empty() : ofSpace(route, body, request))
        .map(call -> MockAnswer.json(200, route.behind().apply(call)));
  }

  private Optional<AdminCall> ofSpace(AdminRoute route, JsonNode body, MockRequest request) {
    return match(AdminRoute.SPACE + route.path(), request)
        .map(path -> new AdminCall(path, body, space(route, path), request));
  }

  private static Optional<Map<String, String>> match(String template, MockRequest request) {
    return new PathTemplate(template).match(request.path());
  }

  private Optional<Space> space(AdminRoute route, Map<String, String> path) {
    String name = checked(path.get("space"), "path space");
    return route.scope() == Scope.SPACE_IF_THERE ? spaces.find(name) : Optional.of(spaces.of(name));
  }

  private static String checked(String name, String place) {
    if (!DemoAccounts.isSpaceName(name)) {
      throw new Refusal(
          400,
          place
              + " must be a name of lower-case letters, digits and inner hyphens, at most 63"
              + " characters long.");
    }
    return name;
  }
}
