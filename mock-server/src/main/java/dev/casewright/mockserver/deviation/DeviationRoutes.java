package dev.casewright.mockserver.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Switches deviations on and off, for the server or one space. */
public final class DeviationRoutes {

  private final Deviations deviations;

  /**
   * Routes over the given deviations.
   *
   * @param deviations the deviations of the server
   */
  public DeviationRoutes(Deviations deviations) {
    this.deviations = deviations;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/deviations", Scope.SERVER_OR_SPACE, this::show),
        new AdminRoute("PUT", "/deviations/{id}", Scope.SERVER_OR_SPACE, this::switchOn),
        new AdminRoute("DELETE", "/deviations/{id}", Scope.SERVER_OR_SPACE, this::switchOff),
        new AdminRoute("DELETE", "/deviations", Scope.SERVER_OR_SPACE, this::clear));
  }

  private JsonNode show(AdminCall call) {
    Set<String> on = deviations.on(space(call));
    ArrayNode all = Json.array();
    for (Deviation deviation : deviations.registry().all()) {
      all.addObject()
          .put("requirement", deviation.requirement())
          .put("deviation", deviation.summary())
          .put("kind", deviation.kind().name().toLowerCase(Locale.ROOT))
          .put("on", on.contains(deviation.requirement()));
    }
    return Json.object().set("deviations", all);
  }

  private JsonNode switchOn(AdminCall call) {
    return changed(call, () -> deviations.add(space(call), call.path().get("id")));
  }

  private JsonNode switchOff(AdminCall call) {
    return changed(call, () -> deviations.remove(space(call), call.path().get("id")));
  }

  private JsonNode clear(AdminCall call) {
    return changed(call, () -> deviations.clear(space(call)));
  }

  private JsonNode changed(AdminCall call, Runnable change) {
    try {
      change.run();
    } catch (InvalidSettingException e) {
      throw new Refusal(404, e.getMessage());
    }
    return show(call);
  }

  private static Optional<String> space(AdminCall call) {
    return call.space().map(Space::name);
  }
}
