package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.PerSpace;
import dev.casewright.mockserver.space.Progress;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import java.util.List;
import java.util.Optional;

/** How fast cases and reports go on by themselves, in the server or in one space. */
public final class ProgressRoutes {

  private final Progress progress;
  private final Spaces spaces;

  /**
   * Routes over the given settings.
   *
   * @param progress the settings
   * @param spaces what goes by them
   */
  public ProgressRoutes(Progress progress, Spaces spaces) {
    this.progress = progress;
    this.spaces = spaces;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/progress", Scope.SERVER_OR_SPACE, this::show),
        new AdminRoute("PUT", "/progress", Scope.SERVER_OR_SPACE, this::set),
        new AdminRoute("DELETE", "/progress", Scope.SERVER_OR_SPACE, this::reset));
  }

  private JsonNode show(AdminCall call) {
    return Json.object()
        .put("cases", of(progress.ofCases(), call).toString())
        .put("reports", of(progress.ofReports(), call).toString());
  }

  private JsonNode set(AdminCall call) {
    Optional<ProgressPolicy> ofCases = policy(call, "cases");
    Optional<ProgressPolicy> ofReports = policy(call, "reports");
    if (ofCases.isEmpty() && ofReports.isEmpty()) {
      throw new Refusal(
          400,
          "body must be a JSON object such as {\"cases\": \"reads:2\", \"reports\": \"at-once\"},"
              + " with one of both or both.");
    }
    ofCases.ifPresent(policy -> set(progress.ofCases(), policy, call));
    ofReports.ifPresent(policy -> set(progress.ofReports(), policy, call));
    spaces.refresh(call.space().map(Space::name));
    return show(call);
  }

  private JsonNode reset(AdminCall call) {
    call.space().map(Space::name).ifPresentOrElse(progress::reset, progress::resetServer);
    spaces.refresh(call.space().map(Space::name));
    return show(call);
  }

  private static ProgressPolicy of(PerSpace<ProgressPolicy> setting, AdminCall call) {
    return call.space().map(space -> setting.of(space.name())).orElseGet(setting::ofServer);
  }

  private static void set(PerSpace<ProgressPolicy> setting, ProgressPolicy policy, AdminCall call) {
    call.space()
        .ifPresentOrElse(
            space -> setting.change(space.name(), old -> policy),
            () -> setting.changeServer(old -> policy));
  }

  private static Optional<ProgressPolicy> policy(AdminCall call, String what) {
    if (!call.body().has(what)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ProgressPolicy.parse(call.body().path(what).asText()));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(400, "body/" + what + ": " + unknown.getMessage());
    }
  }
}
