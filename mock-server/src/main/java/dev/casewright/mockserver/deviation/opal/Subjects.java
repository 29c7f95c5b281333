package dev.casewright.mockserver.deviation.opal;

import dev.casewright.mockserver.deviation.DeviantCall;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.space.Report;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reports that a request is about. */
final class Subjects {

  private static final Pattern ID = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern ID_IN_PATH = Pattern.compile("(?<=^/reports/)[^/]+");

  private Subjects() {}

  /** The report, if the caller's space has it. */
  static Optional<Report> report(DeviantCall call) {
    return call.variable("id")
        .filter(id -> ID.matcher(id).matches())
        .map(Long::valueOf)
        .flatMap(id -> call.state().report(id));
  }

  /** The same request for another report. */
  static MockRequest request(DeviantCall call, Object id) {
    MockRequest request = call.request();
    return request.withPath(ID_IN_PATH.matcher(request.path()).replaceFirst(String.valueOf(id)));
  }

  /** A list without the last report, in the whole space, of each genome, status or the like. */
  static <K> MockAnswer withoutTheLastOfEach(DeviantCall call, Function<Report, K> kind) {
    Map<K, Long> last =
        call.state().reports().stream().collect(Collectors.toMap(kind, Report::id, Math::max));
    return ReportEdits.only(
        call,
        call.request(),
        report -> !last.getOrDefault(kind.apply(report), 0L).equals(report.id()));
  }
}
