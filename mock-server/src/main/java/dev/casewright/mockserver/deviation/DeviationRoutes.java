package dev.casewright.mockserver.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Switches deviations on and off, for the server or one space. */
public final class DeviationRoutes {

  private static final Pattern ID = Pattern.compile("[A-Z]{2,8}-[A-Z]{2,8}-\\d{2}");

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
        new AdminRoute("GET", "/deviations", Scope.SERVER_OR_SPACE, this::showAll),
        new AdminRoute("GET", "/deviations/{id}", Scope.SERVER_OR_SPACE, this::showOne),
        new AdminRoute("PUT", "/deviations/{id}", Scope.SERVER_OR_SPACE, this::switchOn),
        new AdminRoute("DELETE", "/deviations/{id}", Scope.SERVER_OR_SPACE, this::switchOff),
        new AdminRoute("DELETE", "/deviations", Scope.SERVER_OR_SPACE, this::clear));
  }

  private JsonNode showAll(AdminCall call) {
    ArrayNode all = Json.array();
    deviations.registry().all().forEach(each -> all.add(shown(each, call)));
    return Json.object().set("deviations", all);
  }

  private JsonNode showOne(AdminCall call) {
    return shown(named(call), call);
  }

  private JsonNode switchOn(AdminCall call) {
    Deviation which = named(call);
    deviations.add(space(call), which.requirement());
    return shown(which, call);
  }

  private JsonNode switchOff(AdminCall call) {
    Deviation which = named(call);
    deviations.remove(space(call), which.requirement());
    return shown(which, call);
  }

  private JsonNode clear(AdminCall call) {
    deviations.clear(space(call));
    return Json.object();
  }

  private Deviation named(AdminCall call) {
    String id = call.path().get("id");
    return deviations
        .registry()
        .find(id)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "No requirement "
                        // Anything else in its place is not ours, and is not told.
                        + (ID.matcher(id).matches() ? id : "of this id")
                        + " can be broken."
                        + UnknownDeviation.meant(id, deviations.registry().ids())
                        + " GET /__mock/api/deviations lists those that can."));
  }

  private ObjectNode shown(Deviation each, AdminCall call) {
    return Json.object()
        .put("requirement", each.requirement())
        .put("deviation", each.summary())
        .put("kind", each.kind().name().toLowerCase(Locale.ROOT))
        .put("on", deviations.on(space(call)).contains(each.requirement()));
  }

  private static Optional<String> space(AdminCall call) {
    return call.space().map(Space::name);
  }
}
