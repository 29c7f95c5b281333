package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.ReportFilter;
import dev.casewright.openapi.Evidence;
import java.math.BigInteger;
import java.util.List;

/**
 * Switches of what the list of reports makes of its query. They refuse only what is otherwise
 * granted, so that credentials and all other rules come first.
 */
final class ReportQuerySwitches {

  private static final List<ReportFilter> FINDERS =
      List.of(
          ReportFilter.ACCESSION,
          ReportFilter.EXTERNAL_ID,
          ReportFilter.GENOME_NAME,
          ReportFilter.GENOME);

  static final Switch EMPTY_TEXT_FILTER =
      Switch.of(
              "empty-text-filter",
              "What does a text filter without any text do?",
              "refused",
              "ignored",
              "finds-nothing")
          .known(Evidence.UNKNOWN, "Opal facts, 2.1.1")
          .turning(ReportQuerySwitches::emptyTextFilter);

  static final Switch OFFSET_ZERO =
      Switch.of("offset-zero", "Is the offset 0 accepted?", "accepted", "refused")
          .known(Evidence.INFERRED, "Opal facts, C6", "OPAL-PAGE-07")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                return isList(call, usual) && hasOffsetZero(call.request())
                    ? call.refuse(
                        422,
                        "query offset",
                        "query offset must be positive. Leave it out to skip nothing.",
                        List.of())
                    : usual;
              });

  static final Switch UNKNOWN_GENOME =
      Switch.of(
              "unknown-genome-filter",
              "What does a genome_id do that no genome has?",
              "empty-list",
              "404",
              "422")
          .known(Evidence.INFERRED, "Opal facts, 2.1.1", "OPAL-FIND-09")
          .turning(ReportQuerySwitches::unknownGenome);

  static final Switch COMBINED_FILTERS =
      Switch.of(
              "combined-filters",
              "What do accession, external id and genome do that are given together?",
              "all-must-hold",
              "refused")
          .known(Evidence.INFERRED, "Opal facts, 2.1.1", "OPAL-FIND-14")
          .turning(
              (call, value) -> {
                MockAnswer usual = call.usual();
                long given =
                    FINDERS.stream()
                        .map(ReportFilter::parameter)
                        .filter(call.request().query()::containsKey)
                        .count();
                return isList(call, usual) && given > 1
                    ? call.refuse(
                        422,
                        "query",
                        "query must name only one of accession_id, external_id, genome_id and"
                            + " genome_name.",
                        List.of())
                    : usual;
              });

  private ReportQuerySwitches() {}

  private static MockAnswer emptyTextFilter(TurnedCall call, String value) {
    MockRequest without = call.request();
    for (String name : ReportFilter.textParameters()) {
      if (without.query().getOrDefault(name, List.of()).contains("")) {
        without = without.withoutParameter(name);
      }
    }
    if (!call.isOf("getReports") || without == call.request()) {
      return call.usual();
    }
    MockAnswer answer = call.usual(without);
    return value.equals("finds-nothing") && answer.status() == 200
        ? answer.withBody(Json.bytes(Json.object().set("objects", Json.array())))
        : answer;
  }

  private static MockAnswer unknownGenome(TurnedCall call, String value) {
    MockAnswer usual = call.usual();
    boolean foundNothing =
        isList(call, usual) && call.request().query().containsKey("genome_id") && isEmpty(usual);
    if (!foundNothing) {
      return usual;
    }
    MockRequest byGenomeOnly = call.request();
    for (String name : call.request().query().keySet()) {
      byGenomeOnly = name.equals("genome_id") ? byGenomeOnly : byGenomeOnly.withoutParameter(name);
    }
    boolean unknown = isEmpty(call.probe(byGenomeOnly));
    return unknown
        ? call.refuse(
            Integer.parseInt(value),
            "query genome_id",
            "query genome_id must be the id of a genome.",
            List.of())
        : usual;
  }

  private static boolean isEmpty(MockAnswer list) {
    return list.json().filter(body -> body.path("objects").isEmpty()).isPresent();
  }

  private static boolean isList(TurnedCall call, MockAnswer answer) {
    return call.isOf("getReports") && answer.status() == 200;
  }

  /** The list was given, so the offset is a number. */
  private static boolean hasOffsetZero(MockRequest request) {
    return request.query().getOrDefault("offset", List.of()).stream()
        .anyMatch(text -> new BigInteger(text).signum() == 0);
  }
}
