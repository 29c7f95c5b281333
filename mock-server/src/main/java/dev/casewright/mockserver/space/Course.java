package dev.casewright.mockserver.space;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes on in a space by itself, and what has just gone on. Immutable.
 *
 * @param cases the cases on their way
 * @param reports the reports on their way that something is known of: all, if they go by time
 * @param moves changes of status that nobody was told of yet
 */
record Course(Journeys<String> cases, Journeys<Long> reports, List<CaseMove> moves) {

  static final Course AT_START = new Course(Journeys.none(), Journeys.none(), List.of());

  Course withCases(Journeys<String> others) {
    return others == cases ? this : new Course(others, reports, moves);
  }

  Course withReports(Journeys<Long> others) {
    return others == reports ? this : new Course(cases, others, moves);
  }

  Course setOut(String caseName, Instant now) {
    return withCases(cases.with(caseName, Journey.begunAt(now)));
  }

  Course setOut(long report, Instant now) {
    return withReports(reports.with(report, Journey.begunAt(now)));
  }

  Course halt(String caseName) {
    return withCases(cases.without(caseName));
  }

  Course halt(long report) {
    return withReports(reports.without(report));
  }

  /** A case that is not on its way does not set out by being read. */
  Course readOnce(String caseName) {
    return cases
        .find(caseName)
        .map(journey -> withCases(cases.with(caseName, journey.readOnce())))
        .orElse(this);
  }

  /** A report that nothing is known of sets out now. */
  Course readOnce(long report, Instant now) {
    Journey journey = reports.find(report).orElseGet(() -> Journey.begunAt(now));
    return withReports(reports.with(report, journey.readOnce()));
  }

  Course with(CaseMove move) {
    List<CaseMove> more = new ArrayList<>(moves);
    more.add(move);
    return new Course(cases, reports, List.copyOf(more));
  }

  Course told() {
    return moves.isEmpty() ? this : new Course(cases, reports, List.of());
  }

  Course shiftedBy(Duration time) {
    return new Course(
        cases.map(journey -> journey.shiftedBy(time)),
        reports.map(journey -> journey.shiftedBy(time)),
        moves);
  }

  Course restartingCases(Instant now) {
    return withCases(cases.map(journey -> Journey.begunAt(now)));
  }
}
