package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportFilter;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A filter of the list that takes a part of a text. */
enum TextFilter {
  ACCESSION(ReportFilter.ACCESSION),
  EXTERNAL_ID(ReportFilter.EXTERNAL_ID),
  GENOME_NAME(ReportFilter.GENOME_NAME);

  private final String parameter;
  private final ReportFilter filter;

  TextFilter(ReportFilter filter) {
    this.parameter = filter.parameter();
    this.filter = filter;
  }

  String parameter() {
    return parameter;
  }

  /** Of what the filter finds, what also fits a condition on a report's text and the given one. */
  MockAnswer narrowed(DeviantCall call, BiPredicate<String, String> condition) {
    return has(call.request(), wanted -> true)
        ? ReportEdits.only(call, call.request(), fitting(call.request(), condition))
        : call.usual();
  }

  /** The list as if the filter were not there. */
  MockAnswer ignored(DeviantCall call) {
    return Queries.insteadOf(call, parameter, 200, request -> request.withoutParameter(parameter));
  }

  /**
   * The list where filters compare in another way.
   *
   * @param meant which of the given texts are compared in this way
   */
  static MockAnswer comparing(
      DeviantCall call, Predicate<String> meant, BiPredicate<String, String> condition) {
    MockRequest source = call.request();
    Predicate<Report> all = report -> true;
    for (TextFilter filter : values()) {
      if (filter.has(call.request(), meant)) {
        source = source.withoutParameter(filter.parameter);
        all = all.and(filter.fitting(call.request(), condition));
      }
    }
    boolean touched = source != call.request() && call.usual().status() == 200;
    return touched ? ReportEdits.only(call, source, all) : call.usual();
  }

  boolean has(MockRequest request, Predicate<String> meant) {
    return wanted(request).stream().anyMatch(meant);
  }

  private Predicate<Report> fitting(MockRequest request, BiPredicate<String, String> condition) {
    List<String> wanted = wanted(request);
    return report ->
        wanted.stream().allMatch(part -> condition.test(filter.of(report).orElse(""), part));
  }

  private List<String> wanted(MockRequest request) {
    return request.query().getOrDefault(parameter, List.of());
  }
}
