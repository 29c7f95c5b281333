package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.exchange.BoundedArray;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportCondition;
import dev.casewright.mockserver.space.ReportFilter;
import dev.casewright.mockserver.switches.OpalSwitches;
import dev.casewright.mockserver.switches.SharedSwitches;
import dev.casewright.mockserver.switches.Switches;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The list of reports: filters first, then the order, then offset and limit (OPAL-PAGE-09). */
final class ReportList implements OperationHandler {

  /** C5: none of the documented orders is the name of a field. */
  private static final Map<String, Function<Report, String>> ORDERS =
      Map.of(
          "run_date", Report::createdOn,
          "report_type", Report::testType,
          "report_status", Report::status);

  private final long answerLimit;
  private final Switches switches;

  ReportList(long answerLimit, Switches switches) {
    this.answerLimit = answerLimit;
    this.switches = switches;
  }

  @Override
  public MockAnswer handle(Call call) {
    boolean descending =
        call.parameter("order_by").isPresent()
            && switches.isTurned(OpalSwitches.ORDER_DIRECTION, "descending", call);
    Stream<Report> found = found(call);
    BoundedArray objects =
        new BoundedArray(
            answerLimit,
            new Refusal(
                422,
                "The list would have more than "
                    + answerLimit
                    + " bytes. Send limit and offset, and fetch it page by page."));
    call.parameter("order_by")
        .map(ORDERS::get)
        .map(order -> sorted(found, order, descending))
        .orElse(found)
        .skip(count(call.parameter("offset")).orElse(0))
        .limit(count(call.parameter("limit")).orElse(Integer.MAX_VALUE))
        .forEach(report -> objects.add(report.listed()));
    if (objects.size() == 0 && call.query().containsKey("genome_id")) {
      call.trace().follows("OPAL-FIND-09");
    }
    if (objects.size() == 0 && call.query().containsKey("offset")) {
      call.trace().follows("OPAL-PAGE-08");
    }
    int given = objects.size();
    call.trace().state(() -> given + " reports are given");
    return objects.in(Json.object(), "objects");
  }

  /** What is ordered by is made once for each report, not once for each comparison. */
  private static Stream<Report> sorted(
      Stream<Report> found, Function<Report, String> order, boolean descending) {
    Comparator<Map.Entry<String, Report>> ascending = Map.Entry.comparingByKey();
    return found
        .map(report -> Map.entry(order.apply(report), report))
        .sorted(descending ? ascending.reversed() : ascending)
        .map(Map.Entry::getValue);
  }

  private Stream<Report> found(Call call) {
    List<ReportCondition> conditions = new ArrayList<>();
    Predicate<Report> others = report -> true;
    for (ReportFilter filter : ReportFilter.values()) {
      for (String wanted : call.query().getOrDefault(filter.parameter(), List.of())) {
        if (meansAllProcessed(filter, wanted, call)) {
          others = report -> report.stage().hasResult();
        } else {
          conditions.add(new ReportCondition(filter, wanted, ignoresCase(filter, wanted, call)));
        }
      }
    }
    return call.ownSpace().state().reports(conditions).filter(others);
  }

  private boolean meansAllProcessed(ReportFilter filter, String wanted, Call call) {
    return filter == ReportFilter.REPORT_STATUS
        && wanted.equals("COMPLETE")
        && switches.isTurned(OpalSwitches.COMPLETE_FILTER, "all-processed", call);
  }

  private boolean ignoresCase(ReportFilter filter, String wanted, Call call) {
    return filter.findsParts()
        && SharedSwitches.hasCase(wanted)
        && switches.isTurned(SharedSwitches.SUBSTRING_CASE, "insensitive", call);
  }

  private static Optional<Integer> count(Optional<String> text) {
    return text.map(BigInteger::new)
        .map(number -> number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue());
  }
}
