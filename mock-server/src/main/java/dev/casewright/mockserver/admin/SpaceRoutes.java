package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import java.util.List;

/** Looking into a space, setting its state, putting it back and forgetting it. */
public final class SpaceRoutes {

  /** Of a large state only the beginning is shown. */
  private static final int MOST_SHOWN = 1_000;

  private final Spaces spaces;
  private final SpaceEditor editor;

  /**
   * Routes over the given editor.
   *
   * @param spaces the state
   * @param editor changes the state
   */
  public SpaceRoutes(Spaces spaces, SpaceEditor editor) {
    this.spaces = spaces;
    this.editor = editor;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "", Scope.SPACE, call -> show(call.ownSpace())),
        new AdminRoute("DELETE", "", Scope.SPACE_IF_THERE, this::remove),
        new AdminRoute("POST", "/reset", Scope.SPACE, this::reset),
        new AdminRoute("PUT", "/reports/{id}/status", Scope.SPACE, this::setReportStatus),
        new AdminRoute("PUT", "/cases/{name}/status", Scope.SPACE, this::setCaseStatus));
  }

  private JsonNode show(Space space) {
    SpaceState state = space.state();
    ObjectNode shown = Json.object();
    shown.put("name", space.name());
    shown.put("opal_login", DemoAccounts.opalLogin(space.name()));
    shown.put("emedgene_username", DemoAccounts.emedgeneUser(space.name()));
    shown.put("report_count", state.reports().size());
    shown.put("case_count", state.cases().size());
    editor.reportStatuses().forEach(shown.putArray("report_statuses")::add);
    CaseStatus.of(state.organisation()).forEach(shown.putArray("case_statuses")::add);
    ArrayNode reports = shown.putArray("reports");
    state.reports().stream().limit(MOST_SHOWN).forEach(report -> reports.add(show(report)));
    ArrayNode cases = shown.putArray("cases");
    state.cases().stream()
        .limit(MOST_SHOWN)
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

  private JsonNode reset(AdminCall call) {
    call.ownSpace().reset();
    return show(call.ownSpace());
  }

  private JsonNode remove(AdminCall call) {
    call.space().map(Space::name).ifPresent(spaces::remove);
    return Json.object();
  }

  private JsonNode setReportStatus(AdminCall call) {
    long id;
    try {
      id = Long.parseLong(call.path().get("id"));
    } catch (NumberFormatException e) {
      throw new Refusal(400, "path id must be the number of a report.");
    }
    editor.setReportStatus(call.ownSpace(), id, status(call));
    return Json.object().put("id", id).put("status", status(call));
  }

  private JsonNode setCaseStatus(AdminCall call) {
    String name = call.path().get("name");
    editor.setCaseStatus(call.ownSpace(), name, status(call));
    return Json.object().put("name", name).put("status", status(call));
  }

  private static String status(AdminCall call) {
    if (!call.body().path("status").isTextual()) {
      throw new Refusal(400, "body must be a JSON object such as {\"status\": \"delivered\"}.");
    }
    return call.body().path("status").asText();
  }
}
