package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Report;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes answers that hold reports, in whatever shape they stand in them. */
final class ReportEdits {

  private ReportEdits() {}

  /** Changes every report of an answer, be it one report or a list. */
  static MockAnswer each(DeviantCall call, Consumer<ObjectNode> edit) {
    MockAnswer usual = call.usual();
    Optional<JsonNode> body = granted(usual);
    body.stream()
        .flatMap(json -> reportsIn(json).stream())
        .filter(ObjectNode.class::isInstance)
        .forEach(report -> edit.accept((ObjectNode) report));
    return body.map(json -> usual.withBody(Json.bytes(json))).orElse(usual);
  }

  /** Gives another body instead of that of an answer with reports. */
  static MockAnswer body(DeviantCall call, UnaryOperator<JsonNode> change) {
    MockAnswer usual = call.usual();
    return granted(usual).map(body -> usual.withBody(Json.bytes(change.apply(body)))).orElse(usual);
  }

  /**
   * A list that is changed before its page is cut.
   *
   * @param source the request whose whole list is changed
   */
  static MockAnswer list(
      DeviantCall call, MockRequest source, UnaryOperator<List<JsonNode>> change) {
    MockAnswer page = call.usual(source);
    if (page.status() != 200) {
      return page;
    }
    MockAnswer whole = call.usual(source.withoutParameter("limit").withoutParameter("offset"));
    return granted(whole)
        .map(
            body ->
                page.withBody(
                    Json.bytes(refilled(body, cut(change.apply(reportsIn(body)), source)))))
        // The whole list may be too long to be given, as one of a million reports is.
        .orElse(page);
  }

  /** A list with only those of its reports that fit; of what is no report of the space, all. */
  static MockAnswer only(DeviantCall call, MockRequest source, Predicate<Report> condition) {
    return list(
        call,
        source,
        reports ->
            reports.stream()
                .filter(json -> report(call, json).map(condition::test).orElse(true))
                .toList());
  }

  static Optional<Report> report(DeviantCall call, JsonNode json) {
    return call.state().report(json.path("id").asLong());
  }

  private static Optional<JsonNode> granted(MockAnswer answer) {
    return answer.status() == 200 ? answer.json() : Optional.empty();
  }

  private static List<JsonNode> reportsIn(JsonNode body) {
    List<JsonNode> reports = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(reports::add);
    } else if (body.has("objects")) {
      body.path("objects").forEach(reports::add);
    } else {
      reports.add(body.has("clinical_report") ? body.path("clinical_report") : body);
    }
    return reports;
  }

  private static JsonNode refilled(JsonNode list, List<JsonNode> reports) {
    ArrayNode array = list.isArray() ? (ArrayNode) list : (ArrayNode) list.path("objects");
    array.removeAll().addAll(reports);
    return list;
  }

  private static List<JsonNode> cut(List<JsonNode> reports, MockRequest request) {
    int from = Math.min(reports.size(), count(request, "offset").orElse(0));
    List<JsonNode> rest = reports.subList(from, reports.size());
    return rest.subList(0, Math.min(rest.size(), count(request, "limit").orElse(rest.size())));
  }

  private static Optional<Integer> count(MockRequest request, String parameter) {
    return Queries.integer(request, parameter)
        .map(number -> number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue());
  }
}
