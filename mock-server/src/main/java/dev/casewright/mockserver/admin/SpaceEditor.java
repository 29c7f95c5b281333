package dev.casewright.mockserver.admin;

import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.OpalTime;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.Space;
import dev.casewright.openapi.Contract;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sets the state of a space directly, past the rules of the APIs: also to statuses that only the
 * system sets. A case that is set stays where it was put; a report that is set to be processed goes
 * on from there if reports go on by themselves. Thread-safe.
 */
public final class SpaceEditor {

  private final Set<String> reportStatuses;

  /**
   * An editor.
   *
   * @param opal the contract that lists the statuses of a report
   */
  public SpaceEditor(Contract opal) {
    this.reportStatuses = new LinkedHashSet<>();
    opal.at("/components/schemas/ReportStatus/x-extensible-enum")
        .forEach(status -> reportStatuses.add(status.asText()));
  }

  /**
   * The statuses that a report can be set to.
   *
   * @return those of the contract, in its order
   */
  Set<String> reportStatuses() {
    return Collections.unmodifiableSet(reportStatuses);
  }

  /**
   * Makes sure that there is a status.
   *
   * @param status what should be a status of a report
   * @throws Refusal if the contract has none of this name
   */
  public void checkReportStatus(String status) {
    if (!reportStatuses.contains(status)) {
      throw new Refusal(
          400, "There is no such status of a report. There are: " + reportStatuses + ".");
    }
  }

  /**
   * Sets the status of a report.
   *
   * @param space the space
   * @param id the number of the report
   * @param status one of the statuses of the contract
   * @throws Refusal if the space has no such report or there is no such status
   */
  public void setReportStatus(Space space, long id, String status) {
    checkReportStatus(status);
    space.change(
        (state, now) -> {
          Report report =
              state
                  .report(id)
                  .orElseThrow(
                      () ->
                          new Refusal(
                              404,
                              "Space "
                                  + space.name()
                                  + " has no report "
                                  + id
                                  + ". Ids differ between spaces: reportIds() in Java and GET "
                                  + AdminRoute.SPACE
                                  + " tell those of a space."));
          return new Space.Change<>(
              state.with(report.withStatus(status, OpalTime.of(now))).setOut(id, now), id);
        });
  }

  /**
   * Sets the status of a case.
   *
   * @param space the space
   * @param name the name of the case
   * @param status a status of the system or of the organisation
   * @throws Refusal if the space has no such case or the organisation has no such status
   */
  public void setCaseStatus(Space space, String name, String status) {
    space.change(
        (state, now) -> {
          if (!CaseStatus.isKnown(status, state.organisation())) {
            throw new Refusal(
                400,
                "There is no such status of a case. Set pending-sequencing, uploading, in_progress,"
                    + " delivered, finalized, move_to_trash or one of "
                    + state.organisation().customStatuses()
                    + ".");
          }
          CaseFile file =
              state
                  .caseNamed(name)
                  .orElseThrow(
                      () ->
                          new Refusal(404, "Space " + space.name() + " has no case of this name."));
          return new Space.Change<>(
              state.halt(name).with(file.withStatus(status, now, state.organisation().demoUser())),
              name);
        });
  }
}
