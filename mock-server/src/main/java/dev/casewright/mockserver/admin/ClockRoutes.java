package dev.casewright.mockserver.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.time.Clocks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stopping and moving the clock of the server or of one space. */
public final class ClockRoutes {

  private final Clocks clocks;

  /**
   * Routes over the given clocks.
   *
   * @param clocks the clocks of the server
   */
  public ClockRoutes(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("GET", "/clock", Scope.SERVER_OR_SPACE, this::show),
        new AdminRoute("PUT", "/clock", Scope.SERVER_OR_SPACE, this::freeze),
        new AdminRoute("POST", "/clock/advance", Scope.SERVER_OR_SPACE, this::advance),
        new AdminRoute("DELETE", "/clock", Scope.SERVER_OR_SPACE, this::reset));
  }

  private JsonNode show(AdminCall call) {
    return Json.object()
        .put("now", clocks.now(space(call)).toString())
        .put("frozen", clocks.isFrozen(space(call)));
  }

  private JsonNode freeze(AdminCall call) {
    JsonNode now = call.body().path("now");
    boolean here = now.isMissingNode() && call.body().path("frozen").asBoolean(false);
    if (!here && !now.isTextual()) {
      throw unclear();
    }
    try {
      if (here) {
        clocks.freeze(space(call));
      } else {
        clocks.freezeAt(space(call), Instant.parse(now.asText()));
      }
    } catch (DateTimeException noTime) {
      throw unclear();
    } catch (IllegalArgumentException outside) {
      throw new Refusal(400, outside.getMessage());
    }
    return show(call);
  }

  private JsonNode advance(AdminCall call) {
    try {
      clocks.advance(space(call), Duration.parse(call.body().path("by").asText()));
    } catch (DateTimeException noTime) {
      throw new Refusal(
          400, "body must be a JSON object with an ISO 8601 time such as {\"by\": \"PT10S\"}.");
    } catch (IllegalArgumentException notAhead) {
      throw new Refusal(400, notAhead.getMessage());
    }
    return show(call);
  }

  private JsonNode reset(AdminCall call) {
    clocks.reset(space(call));
    return show(call);
  }

  private static Refusal unclear() {
    return new Refusal(
        400,
        "body must be {\"frozen\": true}, or {\"now\": \"2031-03-04T09:15:00Z\"} to freeze the clock"
            + " there. DELETE lets it run again.");
  }

  private static Optional<String> space(AdminCall call) {
    return call.space().map(Space::name);
  }
}
