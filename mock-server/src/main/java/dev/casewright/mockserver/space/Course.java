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
