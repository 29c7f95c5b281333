package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.List;
import java.util.stream.Stream;

/** Breaks what is said about how requests are refused. */
final class RefusalDeviations {

  private RefusalDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.broken(
            "OPAL-ERR-01",
            "The body of a refusal is an array that holds the object.",
            RefusalDeviations::inAnArray),
        Deviation.broken(
            "OPAL-ERR-02",
            "The text of a refusal stands under message.",
            RefusalDeviations::underMessage),
        Deviation.broken(
            "OPAL-ERR-03",
            "JSON is announced as text/json.",
            call -> call.usual().withHeader("Content-Type", "text/json")),
        Deviation.wrong(
            "OPAL-ERR-04",
            "What is not an integer where one is needed gets the status 422.",
            call -> inPlaceOf(call, 400, 422)),
        Deviation.wrong(
            "OPAL-ERR-05",
            "An integer below its least allowed value gets the status 400.",
            call -> hasTooSmallNumber(call.request()) ? inPlaceOf(call, 422, 400) : call.usual()),
        Deviation.wrong(
            "OPAL-ERR-06",
            "A value that is not in a closed list gets the status 400.",
            RefusalDeviations::unlisted));
  }

  /** What is not a refusal stays as it is. */
  static MockAnswer underMessage(DeviantCall call) {
    MockAnswer usual = call.usual();
    return refusal(usual)
        .map(
            body ->
                usual.withBody(Json.bytes(Json.object().set("message", body.path("description")))))
        .findFirst()
        .orElse(usual);
  }

  private static MockAnswer inAnArray(DeviantCall call) {
    MockAnswer usual = call.usual();
    return refusal(usual)
        .map(body -> usual.withBody(Json.bytes(Json.array().add(body))))
        .findFirst()
        .orElse(usual);
  }

  private static Stream<JsonNode> refusal(MockAnswer answer) {
    return answer.status() >= 400 ? answer.json().stream() : Stream.empty();
  }

  private static MockAnswer inPlaceOf(DeviantCall call, int status, int other) {
    MockAnswer usual = call.usual();
    return usual.status() == status ? usual.withStatus(other) : usual;
  }

  private static boolean hasTooSmallNumber(MockRequest request) {
    return Queries.isBelow(request, "limit", 1)
        || Queries.isBelow(request, "offset", 0)
        || Queries.isBelow(request, "genome_id", 1);
  }

  /** A value is not in its list if the request is good without it. */
  private static MockAnswer unlisted(DeviantCall call) {
    MockAnswer usual = call.usual();
    MockRequest without =
        call.request()
            .withoutParameter("report_type")
            .withoutParameter("report_status")
            .withoutParameter("order_by");
    return usual.status() == 422 && call.usual(without).status() == 200
        ? usual.withStatus(400)
        : usual;
  }
}
