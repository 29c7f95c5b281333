package dev.casewright.mockserver.deviation.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.deviation.Deviation;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportFilter;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Breaks what is said about finding reports. */
final class FilterDeviations {

  private static final String GENOME = ReportFilter.GENOME.parameter();
  private static final List<String> FILTERS = ReportFilter.parameters();

  private FilterDeviations() {}

  static List<Deviation> all() {
    return Stream.of(
            TextFilterDeviations.findingAndLeavingOut(),
            byGenome(),
            TextFilterDeviations.characters(),
            together())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Deviation> byGenome() {
    return List.of(
        Deviation.wrong(
            "OPAL-FIND-07",
            "genome_id does not find the last of the reports that have this genome_id.",
            call ->
                Queries.has(call.request(), GENOME)
                    ? Subjects.withoutTheLastOfEach(call, FilterDeviations::shownGenome)
                    : call.usual()),
        Deviation.wrong(
            "OPAL-FIND-08",
            "genome_id finds the reports in whose genome_id the given digits occur.",
            FilterDeviations::byPartOfTheGenomeId),
        Deviation.wrong(
            "OPAL-FIND-09",
            "A genome_id that no genome of a report has is refused with 404.",
            FilterDeviations::refusingUnknownGenomes),
        Deviation.wrong(
            "OPAL-FIND-10",
            "A genome_id that is not an integer is ignored.",
            call -> Queries.ignoringWhereRefused(call, GENOME, 400)));
  }

  private static List<Deviation> together() {
    return List.of(
        Deviation.wrong(
            "OPAL-FIND-14",
            "Of filters given together one has to hold.",
            FilterDeviations::anyFilter));
  }

  /** The request without any filter. */
  static MockRequest withoutFilters(MockRequest request) {
    MockRequest without = request;
    for (String filter : FILTERS) {
      without = without.withoutParameter(filter);
    }
    return without;
  }

  /** Whether any filter came with the request. */
  static boolean isFiltered(MockRequest request) {
    return FILTERS.stream().anyMatch(filter -> Queries.has(request, filter));
  }

  private static long shownGenome(Report report) {
    return report.hasGenome() ? report.genome().id() : 0;
  }

  private static MockAnswer byPartOfTheGenomeId(DeviantCall call) {
    MockAnswer usual = call.usual();
    if (usual.status() != 200 || !Queries.has(call.request(), GENOME)) {
      return usual;
    }
    String digits = Queries.integer(call.request(), GENOME).map(BigInteger::toString).orElse("");
    return ReportEdits.only(
        call,
        call.request().withoutParameter(GENOME),
        report -> report.hasGenome() && Long.toString(report.genome().id()).contains(digits));
  }

  private static MockAnswer refusingUnknownGenomes(DeviantCall call) {
    MockAnswer usual = call.usual();
    boolean unknown =
        Queries.integer(call.request(), GENOME)
            .filter(
                id ->
                    call.state().reports().stream()
                        .map(report -> BigInteger.valueOf(report.genome().id()))
                        .noneMatch(id::equals))
            .isPresent();
    return usual.status() == 200 && unknown ? call.refusal(404) : usual;
  }

  private static MockAnswer anyFilter(DeviantCall call) {
    MockRequest request = call.request();
    List<String> given = FILTERS.stream().filter(filter -> Queries.has(request, filter)).toList();
    if (given.size() < 2 || call.usual().status() != 200) {
      return call.usual();
    }
    MockRequest unfiltered =
        withoutFilters(request).withoutParameter("limit").withoutParameter("offset");
    Set<JsonNode> found = new HashSet<>();
    for (String filter : given) {
      String value = request.parameter(filter).orElse("");
      call.usual(unfiltered.withParameter(filter, value))
          .json()
          .ifPresent(list -> list.path("objects").forEach(found::add));
    }
    return ReportEdits.list(
        call, withoutFilters(request), all -> all.stream().filter(found::contains).toList());
  }
}
