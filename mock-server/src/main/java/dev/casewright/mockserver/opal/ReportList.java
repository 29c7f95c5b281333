package dev.casewright.mockserver.opal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.Report;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The list of reports: filters first, then the order, then offset and limit (OPAL-PAGE-09). */
final class ReportList implements OperationHandler {

  /** How each filter compares a report with the text that was sent; all of them must hold. */
  private static final Map<String, BiPredicate<Report, String>> FILTERS =
      Map.of(
          "report_type", (report, text) -> report.testType().equals(text),
          "report_status", (report, text) -> report.status().equals(text),
          "accession_id", (report, text) -> report.accessionId().contains(text),
          "external_id",
              (report, text) -> report.hasGenome() && report.genome().externalId().contains(text),
          "genome_name",
              (report, text) -> report.hasGenome() && report.genome().name().contains(text),
          "genome_id",
              (report, text) ->
                  report.hasGenome()
                      && BigInteger.valueOf(report.genome().id()).equals(new BigInteger(text)));

  /** C5: none of the documented orders is the name of a field. */
  private static final Map<String, Comparator<Report>> ORDERS =
      Map.of(
          "run_date", Comparator.comparing(Report::createdOn),
          "report_type", Comparator.comparing(Report::testType),
          "report_status", Comparator.comparing(Report::status));

  @Override
  public MockAnswer handle(Call call) {
    List<Report> found = new ArrayList<>(call.ownSpace().state().reports());
    found.removeIf(filter(call).negate());
    call.parameter("order_by").map(ORDERS::get).ifPresent(found::sort);
    ObjectNode list = Json.object();
    ArrayNode objects = list.putArray("objects");
    found.stream()
        .skip(count(call.parameter("offset")).orElse(0))
        .limit(count(call.parameter("limit")).orElse(Integer.MAX_VALUE))
        .forEach(report -> objects.add(report.listed()));
    return MockAnswer.json(200, list);
  }

  private static Predicate<Report> filter(Call call) {
    Predicate<Report> all = report -> true;
    for (Map.Entry<String, BiPredicate<Report, String>> filter : FILTERS.entrySet()) {
      for (String text : call.query().getOrDefault(filter.getKey(), List.of())) {
        all = all.and(report -> filter.getValue().test(report, text));
      }
    }
    return all;
  }

  private static Optional<Integer> count(Optional<String> text) {
    return text.map(BigInteger::new)
        .map(number -> number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue());
  }
}
