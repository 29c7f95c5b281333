package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Breaks what is said about pages of the list. */
final class PagingDeviations {

  private static final String LIMIT = "limit";
  private static final String OFFSET = "offset";

  private PagingDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Deviation.wrong(
            "OPAL-PAGE-01",
            "The list has up to one report more than limit.",
            call -> withOneMore(call, LIMIT)),
        Deviation.wrong(
            "OPAL-PAGE-02", "A limit below 1 is taken for 1.", call -> raised(call, LIMIT, 1)),
        Deviation.wrong(
            "OPAL-PAGE-03",
            "A limit that is not an integer is ignored.",
            call -> Queries.ignoringWhereRefused(call, LIMIT, 400)),
        Deviation.wrong(
            "OPAL-PAGE-04",
            "An offset skips one report more than it says.",
            call -> isZero(call.request()) ? call.usual() : withOneMore(call, OFFSET)),
        Deviation.wrong(
            "OPAL-PAGE-05", "A negative offset is taken for 0.", call -> raised(call, OFFSET, 0)),
        Deviation.wrong(
            "OPAL-PAGE-06",
            "An offset that is not an integer is ignored.",
            call -> Queries.ignoringWhereRefused(call, OFFSET, 400)),
        Deviation.wrong(
            "OPAL-PAGE-07",
            "The offset 0 is refused with 422.",
            call ->
                isZero(call.request()) ? Queries.refusingWhereGranted(call, OFFSET) : call.usual()),
        Deviation.wrong(
            "OPAL-PAGE-08",
            "An offset past the end is refused with 404.",
            PagingDeviations::refusedPastTheEnd),
        Deviation.wrong(
            "OPAL-PAGE-09",
            "limit and offset count the reports of the whole list, before the filters.",
            PagingDeviations::pagedFirst));
  }

  private static boolean isZero(MockRequest request) {
    return Queries.integer(request, OFFSET).filter(BigInteger.ZERO::equals).isPresent();
  }

  /** The largest number of all cannot be raised. */
  private static MockAnswer withOneMore(DeviantCall call, String parameter) {
    MockAnswer usual = call.usual();
    return Queries.integer(call.request(), parameter)
        .filter(number -> usual.status() == 200)
        .map(number -> number.add(BigInteger.ONE).toString())
        .map(more -> call.usual(call.request().withParameter(parameter, more)))
        .filter(answer -> answer.status() == 200)
        .orElse(usual);
  }

  private static MockAnswer raised(DeviantCall call, String parameter, int least) {
    return Queries.isBelow(call.request(), parameter, least)
        ? Queries.insteadOf(
            call,
            parameter,
            422,
            request -> request.withParameter(parameter, Integer.toString(least)))
        : call.usual();
  }

  private static MockAnswer refusedPastTheEnd(DeviantCall call) {
    MockRequest request = call.request();
    MockAnswer usual = call.usual();
    if (usual.status() != 200 || !Queries.has(request, OFFSET) || isZero(request)) {
      return usual;
    }
    JsonNode one =
        call.usual(request.withParameter(LIMIT, "1")).json().orElseThrow().path("objects");
    return one.isEmpty() ? call.refusal(404) : usual;
  }

  private static MockAnswer pagedFirst(DeviantCall call) {
    MockRequest request = call.request();
    MockAnswer usual = call.usual();
    if (usual.status() != 200 || !FilterDeviations.isFiltered(request)) {
      return usual;
    }
    Set<JsonNode> fitting = new HashSet<>();
    call.usual(request.withoutParameter(LIMIT).withoutParameter(OFFSET))
        .json()
        .ifPresent(list -> list.path("objects").forEach(fitting::add));
    Set<JsonNode> page = new HashSet<>();
    call.usual(FilterDeviations.withoutFilters(request))
        .json()
        .ifPresent(list -> list.path("objects").forEach(page::add));
    return ReportEdits.list(
        call,
        request.withoutParameter(LIMIT).withoutParameter(OFFSET),
        all -> List.copyOf(all.stream().filter(page::contains).filter(fitting::contains).toList()));
  }
}
