package dev.casewright.mockserver.journal;

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
import java.util.Optional;

/** Reading and forgetting the last exchanges. */
public final class JournalRoutes {

  private static final String LIMIT = "limit";
  private static final double NANOSECONDS_OF_A_MILLISECOND = 1e6;

  private final Journal journal;

  /**
   * Routes over the given journal.
   *
   * @param journal keeps the exchanges
   */
  public JournalRoutes(Journal journal) {
    this.journal = journal;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/exchanges", Scope.SERVER_OR_SPACE, this::list),
        new AdminRoute("GET", "/exchanges/{id}", Scope.SERVER_OR_SPACE, this::one),
        new AdminRoute("DELETE", "/exchanges", Scope.SERVER_OR_SPACE, this::clear));
  }

  private JsonNode list(AdminCall call) {
    ArrayNode shown = Json.array();
    journal.entries(space(call)).stream()
        .limit(limit(call))
        .forEach(entry -> shown.add(show(entry)));
    return Json.object().set("exchanges", shown);
  }

  private JsonNode one(AdminCall call) {
    JournalEntry entry =
        journal
            .find(space(call), call.path().get("id"))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "No exchange of this id is kept. GET /exchanges lists those that are; raise"
                            + " --max-exchanges to keep more."));
    return show(entry).set("explanation", entry.explanation().json());
  }

  private JsonNode clear(AdminCall call) {
    journal.clear(space(call));
    return Json.object().set("exchanges", Json.array());
  }

  private static ObjectNode show(JournalEntry entry) {
    return Json.object()
        .put("id", entry.id())
        .put("space", entry.space())
        .put("time", entry.time().toString())
        .put("method", entry.method())
        .put("operation", entry.operation().orElse("none"))
        .put("path", entry.path().orElse(""))
        .put("status", entry.status())
        .put("verdict", entry.verdict().toString())
        .put("duration_ms", entry.duration().toNanos() / NANOSECONDS_OF_A_MILLISECOND)
        .put("request_bytes", entry.requestBytes())
        .put("answer_bytes", entry.answerBytes());
  }

  private static Optional<String> space(AdminCall call) {
    return call.space().map(Space::name);
  }

  private static long limit(AdminCall call) {
    if (call.request().parameter(LIMIT).isEmpty()) {
      return Long.MAX_VALUE;
    }
    long limit = call.request().number(LIMIT).orElse(0);
    if (limit < 1) {
      throw new Refusal(400, "query limit must be a whole number from 1.");
    }
    return limit;
  }
}
