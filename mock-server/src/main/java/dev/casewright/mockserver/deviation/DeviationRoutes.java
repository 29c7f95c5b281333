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
import java.util.Set;
import java.util.function.UnaryOperator;

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
        new AdminRoute(
            "DELETE", "/deviations", Scope.SERVER_OR_SPACE, call -> change(call, ids -> Set.of())));
  }

  private JsonNode show(AdminCall call) {
    Set<String> on =
        call.space()
            .map(space -> deviations.on().of(space.name()))
            .orElseGet(deviations.on()::ofServer);
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
    try {
      return change(call, deviations.with(call.path().get("id")));
    } catch (InvalidSettingException e) {
      throw new Refusal(404, e.getMessage());
    }
  }

  private JsonNode switchOff(AdminCall call) {
    return change(call, deviations.without(call.path().get("id")));
  }

  private JsonNode change(AdminCall call, UnaryOperator<Set<String>> change) {
    call.space()
        .map(Space::name)
        .ifPresentOrElse(
            name -> deviations.on().change(name, change),
            () -> deviations.on().changeServer(change));
    return show(call);
  }
}
