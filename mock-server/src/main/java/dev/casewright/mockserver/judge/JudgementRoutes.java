package dev.casewright.mockserver.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import java.util.List;

/** Reading and forgetting what clients of a space did wrong. */
public final class JudgementRoutes {

  private final Judge judge;

  /**
   * Routes over the given judge.
   *
   * @param judge knows what clients did
   */
  public JudgementRoutes(Judge judge) {
    this.judge = judge;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/judgement", Scope.SPACE, this::show),
        new AdminRoute("DELETE", "/judgement", Scope.SPACE, this::clear));
  }

  private JsonNode show(AdminCall call) {
    ArrayNode shown = Json.array();
    for (Finding finding : judge.findings(call.ownSpace().name())) {
      shown
          .addObject()
          .put("name", finding.name())
          .put("operation", finding.operation())
          .put("first", finding.first().toString())
          .put("last", finding.last().toString())
          .put("count", finding.count())
          .put("expected", finding.expected())
          .put("rule", finding.rule());
    }
    return Json.object().set("findings", shown);
  }

  private JsonNode clear(AdminCall call) {
    judge.clear(call.ownSpace().name());
    return show(call);
  }
}
