package dev.casewright.mockserver.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.admin.AdminCall;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.AdminRoute.Scope;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The targets of a space, and what was sent to them. */
public final class WebhookRoutes {

  private final Webhooks webhooks;

  /**
   * Routes over the given webhooks.
   *
   * @param webhooks the webhooks of the server
   */
  public WebhookRoutes(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /**
   * What it adds to the admin API.
   *
   * @return the routes
   */
  public List<AdminRoute> routes() {
    return List.of(
        new AdminRoute("POST", "/webhooks", Scope.SPACE, this::register),
        new AdminRoute("GET", "/webhooks", Scope.SPACE, this::list),
        new AdminRoute("DELETE", "/webhooks/{id}", Scope.SPACE, this::remove),
        new AdminRoute("GET", "/webhooks/deliveries", Scope.SPACE, this::deliveries),
        new AdminRoute("POST", "/webhooks/deliveries/{id}/replay", Scope.SPACE, this::replay));
  }

  private JsonNode register(AdminCall call) {
    JsonNode url = call.body().path("url");
    JsonNode secret = call.body().path("secret");
    if (!url.isTextual() || !secret.isTextual()) {
      throw new Refusal(
          400,
          "body must be a JSON object such as {\"url\": \"http://127.0.0.1:9999/hook\", \"secret\":"
              + " \"...\"}.");
    }
    try {
      return show(webhooks.register(call.ownSpace(), new URI(url.asText()), secret.asText()));
    } catch (URISyntaxException noUrl) {
      throw new Refusal(400, "body/url is not a URL. Send one such as http://127.0.0.1:9999/hook.");
    } catch (IllegalArgumentException notAllowed) {
      throw new Refusal(400, notAllowed.getMessage());
    } catch (IllegalStateException full) {
      throw new Refusal(409, full.getMessage());
    }
  }

  private JsonNode list(AdminCall call) {
    ArrayNode all = Json.array();
    webhooks.targets(call.ownSpace().name()).forEach(target -> all.add(show(target)));
    return Json.object().set("webhooks", all);
  }

  private JsonNode remove(AdminCall call) {
    if (!webhooks.remove(call.ownSpace().name(), id(call))) {
      throw new Refusal(
          404,
          "Space " + call.ownSpace().name() + " has no such webhook. GET /webhooks lists them.");
    }
    return Json.object().put("id", id(call));
  }

  private JsonNode deliveries(AdminCall call) {
    String space = call.ownSpace().name();
    ArrayNode all = Json.array();
    webhooks.deliveries(space).forEach(delivery -> all.add(show(delivery)));
    ObjectNode shown = Json.object().put("dropped", webhooks.dropped(space));
    return shown.set("deliveries", all);
  }

  private JsonNode replay(AdminCall call) {
    String space = call.ownSpace().name();
    try {
      return webhooks
          .replay(space, id(call))
          .map(WebhookRoutes::show)
          .orElseThrow(
              () ->
                  new Refusal(
                      404,
                      "Space "
                          + space
                          + " keeps no such delivery. GET /webhooks/deliveries lists them."));
    } catch (IllegalStateException notNow) {
      throw new Refusal(409, notNow.getMessage());
    }
  }

  private static JsonNode show(WebhookTarget target) {
    return Json.object().put("id", target.id()).put("url", target.url().toString());
  }

  private static JsonNode show(Delivery delivery) {
    ObjectNode shown =
        Json.object()
            .put("id", delivery.id())
            .put("webhook", delivery.target())
            .put("case", delivery.move().caseName())
            .put("status", delivery.move().status())
            .put("changed", delivery.move().at().toString())
            .put("outcome", delivery.outcome().name().toLowerCase(Locale.ROOT))
            .put("attempts", delivery.attempts());
    delivery.answered().ifPresent(status -> shown.put("answered", status));
    delivery.finished().ifPresent(time -> shown.put("finished", time.toString()));
    return shown;
  }

  private static String id(AdminCall call) {
    return call.path().get("id");
  }
}
