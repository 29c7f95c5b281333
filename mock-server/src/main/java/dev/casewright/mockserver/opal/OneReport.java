package dev.casewright.mockserver.opal;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.Report;

/** One report, plain or extended. Only the value {@code True} extends it (C7). */
final class OneReport implements OperationHandler {

  private final ReportFinder finder;

  OneReport(ReportFinder finder) {
    this.finder = finder;
  }

  @Override
  public MockAnswer handle(Call call) {
    Report report = finder.read(call);
    boolean extended = call.parameter("extended").filter("True"::equals).isPresent();
    return MockAnswer.json(200, extended ? report.extended() : report.plain());
  }
}
