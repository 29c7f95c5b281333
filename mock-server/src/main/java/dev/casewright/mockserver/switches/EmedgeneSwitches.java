package dev.casewright.mockserver.switches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Evidence;
import java.util.List;
import java.util.Optional;

/** Switches of Emedgene. */
final class EmedgeneSwitches {

  private static final Switch EXPIRED_TOKEN_STATUS =
      Switch.of(
              "expired-token-status",
              "With which status is an expired token refused?",
              "401",
              "403")
          .known(Evidence.INFERRED, "Emedgene facts, 5 no. 6", "EMG-AUTH-13")
          .turning(Turns.status("EMG-AUTH-13"));

  private static final Switch FAILED_LOGIN_STATUS =
      Switch.of(
              "failed-login-status",
              "With which status is a wrong password refused?",
              "401",
              "400",
              "403")
          .known(Evidence.INFERRED, "Emedgene facts, 1.2", "EMG-AUTH-17")
          .breaking("status")
          .turning(Turns.status("EMG-AUTH-17"));

  private static final Switch TOKEN_TYPE =
      Switch.of("token-type", "How does the login spell token_type?", "bearer", "Bearer")
          .known(Evidence.INFERRED, "Emedgene facts, 5 no. 4", "EMG-AUTH-04")
          .turning(
              Turns.body(
                  List.of("login"),
                  body ->
                      object(body)
                          .filter(login -> login.has("token_type"))
                          .map(login -> login.put("token_type", "Bearer"))));

  private static final Switch CREATED_STATUS_FIELD =
      Switch.of(
              "created-status-field",
              "Under which key does the answer to a created case have the status?",
              "Status",
              "status",
              "both")
          .known(Evidence.DOCUMENTED, "Emedgene facts, 5 no. 1", "EMG-CASE-04")
          .turning(
              (call, value) ->
                  Turns.body(List.of("createCase"), body -> statusUnder(body, value))
                      .answer(call, value));

  private static final Switch CREATED_STATUS =
      Switch.of("created-case-status", "With which status is a case created?", "201", "200")
          .known(Evidence.SHOWN, "Emedgene facts, 5 no. 8", "EMG-CASE-01")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return call.isOf("createCase") && usual.status() == 201
                    ? usual.withStatus(200)
                    : usual;
              });

  private static final Switch DRY_RUN_STATUS =
      Switch.of("dry-run-status", "With which status does a dry run succeed?", "200", "201")
          .known(Evidence.INFERRED, "Emedgene facts, 5 no. 8", "EMG-CASE-10")
          .breaking("body")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                boolean dryRun = call.request().isTrue("dry_run");
                return call.isOf("createCase") && dryRun && usual.status() == 200
                    ? usual.withStatus(201)
                    : usual;
              });

  private static final Switch LIST_SHAPE =
      Switch.of("emedgene-list-shape", "What is around the cases of a list?", "hits", "array")
          .known(Evidence.INFERRED, "Emedgene facts, 5 no. 9", "EMG-LIST-02", "EMG-LIST-03")
          .breaking("body")
          .turning(
              Turns.body(
                  List.of("listCases"),
                  body -> Optional.of(body.path("hits")).filter(JsonNode::isArray)));

  private static final Switch VARIANT_DETAILS =
      Switch.of(
              "variant-details-key",
              "Under which key do tagged variants have their details?",
              "Variant_details",
              "variant_details",
              "both")
          .known(Evidence.INFERRED, "Emedgene facts, 5 no. 2", "EMG-CAND-05")
          .breaking("body/variants")
          .turning(
              (call, value) ->
                  Turns.body(List.of("getCandidates"), body -> detailsUnder(body, value))
                      .answer(call, value));

  private static final Switch TRASHED_CASE_STATUS =
      Switch.of(
              "trashed-case-status",
              "With which status is a case in the trash refused?",
              "404",
              "403")
          .known(Evidence.INFERRED, "Emedgene facts, 3.2", "EMG-STAT-13")
          .turning(Turns.status("EMG-STAT-13"));

  private static final Switch NOT_FINALIZED_STATUS =
      Switch.of(
              "unfinished-report-status",
              "With which status is the report of a case refused that is not finalized?",
              "400",
              "403",
              "404")
          .known(Evidence.INFERRED, "Emedgene facts, 2.13", "EMG-REP-03")
          .turning(Turns.status("EMG-REP-03"));

  private static final Switch SYSTEM_STATUS_REFUSAL =
      Switch.of(
              "system-status-refusal",
              "With which status is a change of status refused that only the system makes?",
              "400",
              "403")
          .known(Evidence.INFERRED, "Emedgene facts, 3.2", "EMG-STAT-07", "EMG-STAT-09")
          .turning(Turns.status("EMG-STAT-07", "EMG-STAT-09"));

  private static final Switch ERROR_BODY =
      Switch.of("emedgene-error-body", "What is the body of an error?", "object", "text")
          .known(Evidence.SHOWN, "Emedgene facts, 1.4", "EMG-ERR-02")
          .breaking("body")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return call.api() == Api.EMEDGENE && usual.status() >= 400
                    ? Turns.withBody(
                        usual,
                        body ->
                            Optional.of(body.path("message"))
                                .filter(JsonNode::isTextual)
                                .map(text -> TextNode.valueOf(text.asText())))
                    : usual;
              });

  private EmedgeneSwitches() {}

  static List<Switch> all() {
    return List.of(
        EXPIRED_TOKEN_STATUS,
        FAILED_LOGIN_STATUS,
        TOKEN_TYPE,
        CREATED_STATUS_FIELD,
        CREATED_STATUS,
        DRY_RUN_STATUS,
        LIST_SHAPE,
        VARIANT_DETAILS,
        TRASHED_CASE_STATUS,
        NOT_FINALIZED_STATUS,
        SYSTEM_STATUS_REFUSAL,
        ERROR_BODY);
  }

  private static Optional<ObjectNode> object(JsonNode body) {
    return body instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  private static Optional<JsonNode> statusUnder(JsonNode body, String value) {
    return object(body)
        .filter(created -> created.has("Status"))
        .map(
            created -> {
              created.set("status", created.get("Status"));
              return value.equals("both") ? created : created.without("Status");
            });
  }

  private static Optional<JsonNode> detailsUnder(JsonNode body, String value) {
    boolean has = body.path("variants").valueStream().anyMatch(each -> each.has("Variant_details"));
    if (!has) {
      return Optional.empty();
    }
    for (JsonNode variant : body.path("variants")) {
      if (variant instanceof ObjectNode details && details.has("Variant_details")) {
        details.set("variant_details", details.get("Variant_details"));
        if (!value.equals("both")) {
          details.remove("Variant_details");
        }
      }
    }
    return Optional.of(body);
  }
}
