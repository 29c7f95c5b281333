package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import java.math.BigInteger;
import java.util.Optional;

/** Finds the report that a path names. */
final class ReportFinder {

  private final Spaces spaces;

  ReportFinder(Spaces spaces) {
    this.spaces = spaces;
  }

  Report find(Call call) {
    Space own = call.ownSpace();
    Optional<Long> id = number(call.variable("id"));
    Optional<Report> report = id.flatMap(number -> own.state().report(number));
    Report found = report.orElseThrow(() -> refusal(own, id));
    long number = found.id();
    String status = found.status();
    call.trace().state(() -> "report " + number + " " + status);
    return found;
  }

  /** Finds it to be read, which is what some reports wait for to go on. */
  Report read(Call call) {
    Space own = call.ownSpace();
    Optional<Long> id = number(call.variable("id"));
    Optional<Report> report =
        id.flatMap(number -> own.readReport(number, state -> state.report(number)));
    return report.orElseThrow(() -> refusal(own, id));
  }

  /** OPAL-AUTH-08 and 10: a report of another workspace is forbidden, not unknown. */
  private Refusal refusal(Space own, Optional<Long> id) {
    boolean foreign = id.filter(number -> spaces.isReportOfAnother(own, number)).isPresent();
    return foreign
        ? new Refusal(
            403,
            "This report belongs to another workspace. Use a key of that workspace.",
            "OPAL-AUTH-08")
        : new Refusal(
            404,
            "No report has this id. List the reports to see which there are.",
            "OPAL-ID-01",
            "OPAL-ID-02");
  }

  private static Optional<Long> number(String text) {
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE ? Optional.of(number.longValue()) : Optional.empty();
  }
}
