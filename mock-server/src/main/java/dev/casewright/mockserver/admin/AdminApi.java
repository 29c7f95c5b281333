package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.BreachCounter;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.PathTemplate;
import dev.casewright.openapi.RequirementRegister;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests to {@code /__mock/api/}, in JSON; refusals have a text under {@code message}.
 */
public final class AdminApi {

  private final Map<Api, Contract> contracts;
  private final Map<Api, RequirementRegister> registers;
  private final String seed;
  private final Spaces spaces;
  private final SpaceEditor editor;
  private final BreachCounter breaches;
  private final List<Route> routes;

  /**
   * The API over the given server.
   *
   * @param contracts what is served
   * @param registers the registers of requirements
   * @param seed the name of the seed pack
   * @param spaces the state
   * @param editor changes the state
   * @param breaches how often an answer broke its contract
   */
  public AdminApi(
      Map<Api, Contract> contracts,
      Map<Api, RequirementRegister> registers,
      String seed,
      Spaces spaces,
      SpaceEditor editor,
      BreachCounter breaches) {
    this.contracts = contracts;
    this.registers = registers;
    this.seed = seed;
    this.spaces = spaces;
    this.editor = editor;
    this.breaches = breaches;
    this.routes =
        List.of(
            new Route("GET", "/__mock/api", (path, body) -> overview()),
            new Route("GET", "/__mock/api/spaces/{space}", (path, body) -> show(space(path))),
            new Route("POST", "/__mock/api/spaces/{space}/reset", (path, body) -> reset(path)),
            new Route(
                "PUT", "/__mock/api/spaces/{space}/reports/{id}/status", this::setReportStatus),
            new Route(
                "PUT", "/__mock/api/spaces/{space}/cases/{name}/status", this::setCaseStatus));
  }

  /**
   * Answers a request.
   *
   * @param request a request whose path begins with {@code /__mock}
   * @return the answer
   */
  public MockAnswer answer(MockRequest request) {
    try {
      for (Route route : routes) {
        Optional<Map<String, String>> path = route.match(request);
        if (path.isPresent()) {
          JsonNode body = Json.read(request.body()).orElseGet(Json::object);
          return MockAnswer.json(200, route.behind().answer(path.get(), body));
        }
      }
      throw new Refusal(
          404,
          "The admin API has no such method and path. It has: "
              + String.join(", ", routes.stream().map(Route::toString).toList())
              + ".");
    } catch (Refusal refusal) {
      return refusal.in(ErrorShape.EMEDGENE);
    }
  }

  private JsonNode overview() {
    ObjectNode overview = Json.object();
    overview.put("seed", seed);
    overview.put("contract_breaches", breaches.count());
    ArrayNode names = overview.putArray("spaces");
    spaces.names().forEach(names::add);
    ObjectNode served = overview.putObject("apis");
    contracts.forEach(
        (api, contract) -> {
          ObjectNode one = served.putObject(api.id());
          one.put("requirements", registers.get(api).requirements().size());
          ArrayNode operations = one.putArray("operations");
          for (Operation operation : contract.operations()) {
            operations
                .addObject()
                .put("id", operation.id())
                .put("method", operation.method())
                .put("path", operation.path().toString());
          }
        });
    return overview;
  }

  private static JsonNode show(Space space) {
    SpaceState state = space.state();
    ObjectNode shown = Json.object();
    shown.put("name", space.name());
    shown.put("opal_login", DemoAccounts.opalLogin(space.name()));
    shown.put("emedgene_username", DemoAccounts.emedgeneUser(space.name()));
    ArrayNode reports = shown.putArray("reports");
    state.reports().forEach(report -> reports.add(show(report)));
    ArrayNode cases = shown.putArray("cases");
    state
        .cases()
        .forEach(file -> cases.addObject().put("name", file.name()).put("status", file.status()));
    return shown;
  }

  /** With what no answer of Opal tells, and its filters look for. */
  private static JsonNode show(Report report) {
    ObjectNode shown = Json.object().put("id", report.id()).put("status", report.status());
    if (report.hasGenome()) {
      shown
          .putObject("genome")
          .put("id", report.genome().id())
          .put("name", report.genome().name())
          .put("external_id", report.genome().externalId());
    }
    return shown;
  }

  private JsonNode reset(Map<String, String> path) {
    Space space = space(path);
    space.reset();
    return show(space);
  }

  private JsonNode setReportStatus(Map<String, String> path, JsonNode body) {
    long id;
    try {
      id = Long.parseLong(path.get("id"));
    } catch (NumberFormatException e) {
      throw new Refusal(400, "path id must be the number of a report.");
    }
    Space space = space(path);
    editor.setReportStatus(space, id, status(body));
    return Json.object().put("id", id).put("status", status(body));
  }

  private JsonNode setCaseStatus(Map<String, String> path, JsonNode body) {
    Space space = space(path);
    editor.setCaseStatus(space, path.get("name"), status(body));
    return Json.object().put("name", path.get("name")).put("status", status(body));
  }

  private Space space(Map<String, String> path) {
    String name = path.get("space");
    if (!DemoAccounts.isSpaceName(name)) {
      throw new Refusal(
          400,
          "path space must be a name of lower-case letters, digits and inner hyphens, at most 63"
              + " characters long.");
    }
    return spaces.of(name);
  }

  private static String status(JsonNode body) {
    if (!body.path("status").isTextual()) {
      throw new Refusal(400, "body must be a JSON object such as {\"status\": \"delivered\"}.");
    }
    return body.path("status").asText();
  }

  @FunctionalInterface
  private interface Behind {
    JsonNode answer(Map<String, String> path, JsonNode body);
  }

  private record Route(String method, String path, Behind behind) {

    Optional<Map<String, String>> match(MockRequest request) {
      return method.equals(request.method())
          ? new PathTemplate(path).match(request.path())
          : Optional.empty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
