package dev.casewright.mockserver.switches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Optional;

/** Shows and turns switches, for the server or one space. */
public final class SwitchRoutes {

  private final Switches switches;

  /**
   * Routes over the given switches.
   *
   * @param switches the switches of the server
   */
  public SwitchRoutes(Switches switches) {
    this.switches = switches;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/switches", Scope.SERVER_OR_SPACE, this::showAll),
        new AdminRoute("GET", "/switches/{name}", Scope.SERVER_OR_SPACE, this::showOne),
        new AdminRoute("PUT", "/switches/{name}", Scope.SERVER_OR_SPACE, this::turn),
        new AdminRoute("DELETE", "/switches/{name}", Scope.SERVER_OR_SPACE, this::turnBack),
        new AdminRoute("DELETE", "/switches", Scope.SERVER_OR_SPACE, this::turnAllBack));
  }

  private JsonNode showAll(AdminCall call) {
    ArrayNode all = Json.array();
    Switches.all().forEach(each -> all.add(shown(each, call)));
    return Json.object().set("switches", all);
  }

  private JsonNode showOne(AdminCall call) {
    return shown(named(call), call);
  }

  private JsonNode turn(AdminCall call) {
    Switch which = named(call);
    JsonNode value = call.body().path("value");
    if (!value.isValueNode()) {
      throw new Refusal(
          400,
          "body/value is missing. Send {\"value\": \"...\"} with one of: "
              + String.join(", ", which.values())
              + ".");
    }
    try {
      switches.turn(space(call), which.name(), value.asText());
    } catch (InvalidSettingException e) {
      throw new Refusal(400, e.getMessage());
    }
    return shown(which, call);
  }

  private JsonNode turnBack(AdminCall call) {
    Switch which = named(call);
    switches.turnBack(space(call), which.name());
    return shown(which, call);
  }

  private JsonNode turnAllBack(AdminCall call) {
    switches.turnAllBack(space(call));
    return showAll(call);
  }

  private static Switch named(AdminCall call) {
    try {
      return Switches.named(call.path().get("name"));
    } catch (InvalidSettingException e) {
      throw new Refusal(404, e.getMessage());
    }
  }

  private static Optional<String> space(AdminCall call) {
    return call.space().map(Space::name);
  }

  private ObjectNode shown(Switch each, AdminCall call) {
    ObjectNode shown =
        Json.object()
            .put("name", each.name())
            .put("value", switches.value(space(call), each.name()))
            .put("default", each.usual())
            .put("decides", each.decides())
            .put("evidence", each.evidence().toString())
            .put("source", each.source());
    ArrayNode values = shown.putArray("values");
    each.values().forEach(values::add);
    ArrayNode requirements = shown.putArray("requirements");
    each.requirements().forEach(requirements::add);
    return shown;
  }
}
