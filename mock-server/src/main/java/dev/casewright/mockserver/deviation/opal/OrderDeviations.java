package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Breaks what is said about the order of the list. */
final class OrderDeviations {

  private static final String ORDER = "order_by";

  private OrderDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-ORD-01",
            "The documented values of order_by are refused with 422.",
            call -> Queries.refusingWhereGranted(call, ORDER)),
        Deviation.wrong(
            "OPAL-ORD-02",
            "An unknown value of order_by is ignored.",
            call -> Queries.ignoringWhereRefused(call, ORDER, 422)),
        Deviation.wrong(
            "OPAL-ORD-03",
            "order_by=run_date sorts the list by id.",
            call -> ordered(call, "run_date", request -> request.withoutParameter(ORDER))),
        Deviation.wrong(
            "OPAL-ORD-04",
            "order_by=report_type sorts the list by status.",
            call ->
                ordered(
                    call, "report_type", request -> request.withParameter(ORDER, "report_status"))),
        Deviation.wrong(
            "OPAL-ORD-05",
            "order_by=report_status sorts the list by created_on.",
            call ->
                ordered(
                    call, "report_status", request -> request.withParameter(ORDER, "run_date"))),
        Deviation.wrong(
            "OPAL-ORD-06",
            "With order_by the list descends.",
            call ->
                Queries.has(call.request(), ORDER)
                    ? ReportEdits.list(call, call.request(), OrderDeviations::reversed)
                    : call.usual()));
  }

  private static MockAnswer ordered(
      DeviantCall call, String order, UnaryOperator<MockRequest> change) {
    boolean meant = call.request().parameter(ORDER).filter(order::equals).isPresent();
    return meant ? call.usual(change.apply(call.request())) : call.usual();
  }

  private static List<JsonNode> reversed(List<JsonNode> reports) {
    List<JsonNode> reversed = new ArrayList<>(reports);
    Collections.reverse(reversed);
    return reversed;
  }
}
