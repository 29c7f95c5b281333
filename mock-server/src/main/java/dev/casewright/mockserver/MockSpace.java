package dev.casewright.mockserver;

import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.Genome;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.Space;
import java.util.List;
import java.util.Optional;

/**
 * One space of a running mock server: a workspace of Opal and an organisation of Emedgene that
 * share their credentials and nothing with other spaces. Nothing here blocks. Thread-safe.
 */
public final class MockSpace {

  private final Space space;
  private final Assembly assembly;

  MockSpace(Space space, Assembly assembly) {
    this.space = space;
    this.assembly = assembly;
  }

  /**
   * The name of the space.
   *
   * @return the name
   */
  public String name() {
    return space.name();
  }

  /**
   * The credentials that lead into this space.
   *
   * @return the credentials
   */
  public DemoCredentials credentials() {
    return DemoCredentials.of(space.name());
  }

  /**
   * A token as the Emedgene login would give it, good from now on.
   *
   * @return the token, without a scheme
   */
  public String emedgeneToken() {
    return assembly.tokens().issue(new Caller(space.name()));
  }

  /**
   * A token that the Emedgene login once gave and that has expired by now.
   *
   * @return the token, without a scheme
   */
  public String expiredEmedgeneToken() {
    return assembly.tokens().issueExpired(new Caller(space.name()));
  }

  /**
   * The genome of a report, whose name and external id no answer of Opal tells.
   *
   * @param reportId the number of the report
   * @return the genome; nothing if there is no such report or it waits for its genome
   */
  public Optional<Genome> genome(long reportId) {
    return space.state().report(reportId).filter(Report::hasGenome).map(Report::genome);
  }

  /**
   * The ids of the reports.
   *
   * @return the ids, rising
   */
  public List<Long> reportIds() {
    return space.state().reports().stream().map(Report::id).toList();
  }

  /**
   * The ids of the reports in a status.
   *
   * @param status a status such as {@code APPROVED}
   * @return the ids, rising; empty if there are none
   * @throws IllegalArgumentException if there is no such status
   */
  public List<Long> reportIds(String status) {
    try {
      assembly.editor().checkReportStatus(status);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
    return space.state().reports().stream()
        .filter(report -> report.status().equals(status))
        .map(Report::id)
        .toList();
  }

  /**
   * The names of the cases, in the trash or not.
   *
   * @return the names, oldest case first
   */
  public List<String> caseNames() {
    return space.state().cases().stream().map(CaseFile::name).toList();
  }

  /**
   * The names of the cases in a status.
   *
   * @param status a status such as {@code delivered}
   * @return the names, oldest case first; empty if there are none
   */
  public List<String> caseNames(String status) {
    return space.state().cases().stream()
        .filter(file -> file.status().equals(status))
        .map(CaseFile::name)
        .toList();
  }

  /**
   * The requirements that this space breaks.
   *
   * @return what switches deviations on and off
   */
  public MockDeviations deviations() {
    return new MockDeviations(assembly.deviations(), Optional.of(space));
  }

  /**
   * The clock that this space goes by.
   *
   * @return what stops and moves it
   */
  public MockClock clock() {
    return new MockClock(assembly.clocks(), Optional.of(space.name()));
  }

  /**
   * How fast cases and reports of this space go on by themselves.
   *
   * @return what shows and sets it
   */
  public MockProgress progress() {
    return new MockProgress(assembly.progress(), assembly.spaces(), Optional.of(space.name()));
  }

  /**
   * Keeps the state as it is now: reports, cases, and how far each has come on its way.
   *
   * @return what puts the space back to it
   * @throws dev.casewright.mockserver.space.TooManySnapshotsException if the space keeps as many as
   *     it can
   */
  public MockSnapshot snapshot() {
    return new MockSnapshot(space, space.snapshots().take());
  }

  /**
   * Where changes of the status of cases are sent to.
   *
   * @return what adds and removes targets, and shows what was sent
   */
  public MockWebhooks webhooks() {
    return new MockWebhooks(assembly.webhooks(), space);
  }

  /**
   * The faults that act in this space.
   *
   * @return what arms and removes faults
   */
  public MockFaults faults() {
    return new MockFaults(assembly.faults(), Optional.of(space));
  }

  /**
   * What the clients of this space did wrong.
   *
   * @return the findings so far
   */
  public MockJudgement judgement() {
    return new MockJudgement(assembly.judge(), space.name());
  }

  /**
   * The last exchanges that clients had with this space.
   *
   * @return what shows them
   */
  public MockExchanges exchanges() {
    return new MockExchanges(assembly.journal(), Optional.of(space.name()));
  }

  /**
   * How what the sources leave open is read in this space.
   *
   * @return what turns switches
   */
  public MockSwitches switches() {
    return new MockSwitches(assembly.switches(), Optional.of(space));
  }

  /** Puts everything back to what the seed pack gave, settings included. May be repeated. */
  public void reset() {
    space.reset();
  }

  /**
   * Forgets the space, which frees its memory; it is made anew when its credentials are used again.
   * This object must not be used any more.
   */
  public void remove() {
    assembly.spaces().remove(space.name());
  }

  /**
   * Sets the status of a report directly, past the rules of the API. May be repeated.
   *
   * @param id the number of the report
   * @param status one of the statuses of the contract
   * @throws IllegalArgumentException if there is no such report or status
   */
  public void setReportStatus(long id, String status) {
    try {
      assembly.editor().setReportStatus(space, id, status);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
  }

  /**
   * Sets the status of a case directly, past the rules of the API, and stops it from going on by
   * itself. May be repeated.
   *
   * @param name the name of the case
   * @param status a status of the system or of the organisation
   * @throws IllegalArgumentException if there is no such case or status
   */
  public void setCaseStatus(String name, String status) {
    try {
      assembly.editor().setCaseStatus(space, name, status);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
  }
}
