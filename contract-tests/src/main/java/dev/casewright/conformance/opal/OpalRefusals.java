package dev.casewright.conformance.opal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.ArrayList;
import java.util.List;

/** Refusals of an operation, of every kind that the contract knows. */
final class OpalRefusals {

  private final OpalTarget opal;
  private final OpalReports reports;
  private final List<JsonNode> foreignReports;

  OpalRefusals(TargetControl control) {
    this.opal = control.opal();
    this.reports = OpalReports.of(opal);
    this.foreignReports =
        control.hasOtherSpace() ? OpalReports.of(control.otherSpace().opal()).all() : List.of();
  }

  /** What is refused with good credentials or bad; what the server does not refuse is left out. */
  List<Answer> of(OpalOperation operation) {
    List<Answer> answers = new ArrayList<>();
    answers.add(opal.getAnonymously(operation.path(reports)));
    answers.add(
        opal.getWithAuthorization(
            operation.path(reports), OpalTarget.basic(opal.login(), opal.password() + "x")));
    targets(operation).forEach(target -> answers.add(opal.get(target)));
    return answers.stream().filter(answer -> answer.status() >= 400).toList();
  }

  private List<String> targets(OpalOperation operation) {
    if (operation == OpalOperation.GET_REPORTS) {
      return List.of(
          "/reports?limit=abc",
          "/reports?limit=0",
          "/reports?offset=-1",
          "/reports?genome_id=abc",
          "/reports?report_status=NOT%20A%20STATUS",
          "/reports?report_type=NOT%20A%20TYPE",
          "/reports?order_by=no_such_order");
    }
    List<String> targets = new ArrayList<>();
    targets.add(operation.path("abc"));
    targets.add(operation.path(reports.unusedId()));
    foreignReports.stream()
        .limit(1)
        .forEach(report -> targets.add(operation.path(OpalReports.id(report))));
    if (operation.givesPdf()) {
      reports.ofEveryKind().forEach(report -> targets.add(operation.path(OpalReports.id(report))));
    }
    return targets;
  }
}
