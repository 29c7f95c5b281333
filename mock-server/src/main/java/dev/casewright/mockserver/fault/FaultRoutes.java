package dev.casewright.mockserver.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.InvalidSettingException;
import java.util.List;

/** Seeing, arming and removing faults, of the server or of one space. */
public final class FaultRoutes {

  private final Faults faults;

  /**
   * Routes over the given faults.
   *
   * @param faults what is armed
   */
  public FaultRoutes(Faults faults) {
    this.faults = faults;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/faults", Scope.SERVER_OR_SPACE, this::show),
        new AdminRoute("POST", "/faults", Scope.SERVER_OR_SPACE, this::arm),
        new AdminRoute("DELETE", "/faults/{id}", Scope.SERVER_OR_SPACE, this::disarm),
        new AdminRoute("DELETE", "/faults", Scope.SERVER_OR_SPACE, this::clear));
  }

  private JsonNode show(AdminCall call) {
    ObjectNode shown = Json.object();
    ArrayNode armed = shown.putArray("armed");
    faults.armed(call.space()).forEach(fault -> armed.add(shown(fault)));
    ArrayNode available = shown.putArray("available");
    for (FaultKind kind : FaultKind.values()) {
      ArrayNode parameters =
          available
              .addObject()
              .put("fault", kind.id())
              .put("what", kind.summary())
              .putArray("parameters");
      kind.parameters().forEach(parameter -> parameter.shown(parameters.addObject()));
    }
    return shown;
  }

  private JsonNode arm(AdminCall call) {
    try {
      Fault fault = FaultReader.read(call.body());
      faults
          .unknownOperation(fault)
          .ifPresent(
              name -> {
                throw new InvalidSettingException(
                    "operations names one that no contract has." + faults.advice(name));
              });
      return shown(faults.arm(call.space(), fault));
    } catch (InvalidSettingException e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  private JsonNode disarm(AdminCall call) {
    if (!isDisarmed(call)) {
      throw new Refusal(404, "No such fault is armed here. GET /__mock/api/faults lists them.");
    }
    return show(call);
  }

  private boolean isDisarmed(AdminCall call) {
    try {
      return faults.disarm(call.space(), Long.parseLong(call.path().get("id")));
    } catch (NumberFormatException notAnId) {
      return false;
    }
  }

  private JsonNode clear(AdminCall call) {
    faults.clear(call.space());
    return show(call);
  }

  private static ObjectNode shown(ArmedFault armed) {
    Fault fault = armed.fault();
    ObjectNode shown = Json.object().put("id", armed.id()).put("fault", fault.name());
    for (FaultParameter parameter : fault.kind().parameters()) {
      if (fault.has(parameter.name())) {
        shown.put(parameter.name(), fault.values().get(parameter.name()));
      }
    }
    ArrayNode operations = shown.putArray("operations");
    fault.operations().stream().sorted().forEach(operations::add);
    shown.put("skip", fault.skip());
    fault.times().ifPresent(times -> shown.put("times", times));
    shown.put("acted", armed.acted());
    armed.left().ifPresent(left -> shown.put("left", left));
    return shown;
  }
}
