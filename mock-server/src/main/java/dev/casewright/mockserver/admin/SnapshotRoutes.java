package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Snapshots;
import dev.casewright.mockserver.space.TooManySnapshotsException;
import java.util.List;

/** Keeping the state of a space, and putting the space back to it. */
public final class SnapshotRoutes {

  /** Routes over the snapshots that each space has itself. */
  public SnapshotRoutes() {}

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("POST", "/snapshots", Scope.SPACE, SnapshotRoutes::take),
        new AdminRoute("GET", "/snapshots", Scope.SPACE, SnapshotRoutes::list),
        new AdminRoute("POST", "/snapshots/{id}/restore", Scope.SPACE, SnapshotRoutes::restore),
        new AdminRoute("DELETE", "/snapshots/{id}", Scope.SPACE, SnapshotRoutes::remove));
  }

  private static JsonNode take(AdminCall call) {
    try {
      return Json.object().put("id", call.ownSpace().snapshots().take());
    } catch (TooManySnapshotsException full) {
      throw new Refusal(409, full.getMessage());
    }
  }

  private static JsonNode list(AdminCall call) {
    ArrayNode all = Json.array();
    for (Snapshots.Snapshot snapshot : call.ownSpace().snapshots().all()) {
      all.addObject().put("id", snapshot.id()).put("at", snapshot.at().toString());
    }
    return Json.object().set("snapshots", all);
  }

  private static JsonNode restore(AdminCall call) {
    return found(call, call.ownSpace().snapshots().restore(id(call)));
  }

  private static JsonNode remove(AdminCall call) {
    return found(call, call.ownSpace().snapshots().remove(id(call)));
  }

  private static JsonNode found(AdminCall call, boolean isThere) {
    if (!isThere) {
      throw new Refusal(
          404,
          "Space " + call.ownSpace().name() + " has no such snapshot. GET /snapshots lists them.");
    }
    return Json.object().put("id", id(call));
  }

  private static String id(AdminCall call) {
    return call.path().get("id");
  }
}
