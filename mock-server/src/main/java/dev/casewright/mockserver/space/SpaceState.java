package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a space holds at one moment. Immutable; a change makes a new one. */
public final class SpaceState {

  private final Organisation organisation;
  private final ReportShelf reports;
  private final CaseShelf cases;
  private final Course course;

  private SpaceState(
      Organisation organisation, ReportShelf reports, CaseShelf cases, Course course) {
    this.organisation = organisation;
    this.reports = reports;
    this.cases = cases;
    this.course = course;
  }

  /**
   * A state to start with.
   *
   * @param organisation the Emedgene organisation
   * @param reports the reports of the Opal workspace
   * @param cases the cases, oldest first
   * @return the state
   */
  public static SpaceState of(
      Organisation organisation, Collection<Report> reports, Collection<CaseFile> cases) {
    return of(organisation, ReportStock.of(reports), CaseStock.of(cases));
  }

  /**
   * A state to start with, whose reports and cases may be computed when they are asked for.
   *
   * @param organisation the Emedgene organisation
   * @param reports the reports of the Opal workspace
   * @param cases the cases
   * @return the state
   */
  public static SpaceState of(Organisation organisation, ReportStock reports, CaseStock cases) {
    return new SpaceState(
        organisation, ReportShelf.of(reports), CaseShelf.of(cases), Course.AT_START);
  }

  /**
   * The Emedgene organisation.
   *
   * @return the organisation
   */
  public Organisation organisation() {
    return organisation;
  }

  /**
   * The reports of the Opal workspace, by rising id.
   *
   * @return an unmodifiable view
   */
  public Collection<Report> reports() {
    return reports.all();
  }

  /**
   * The reports of the Opal workspace for which all conditions hold, by rising id.
   *
   * @param conditions the conditions; none for all reports
   * @return a stream that finds each report when it is asked for it
   */
  public Stream<Report> reports(List<ReportCondition> conditions) {
    return reports.all(conditions);
  }

  /**
   * A report.
   *
   * @param id its number
   * @return the report, or nothing if this space has none of this number
   */
  public Optional<Report> report(long id) {
    return reports.find(id);
  }

  /**
   * The cases, oldest first.
   *
   * @return an unmodifiable view
   */
  public Collection<CaseFile> cases() {
    return cases.all();
  }

  /**
   * A case, in the trash or not.
   *
   * @param name its name
   * @return the case, or nothing if this space has none of this name
   */
  public Optional<CaseFile> caseNamed(String name) {
    return cases.find(name);
  }

  /**
   * A sample that some case has.
   *
   * @param id its number
   * @return a copy of it, in the shape of the contract; nothing if no case has it
   */
  public Optional<ObjectNode> sample(long id) {
    return cases
        .findBySample(id)
        .flatMap(
            file ->
                file.samples().stream()
                    .filter(sample -> sample.path("id").asLong() == id)
                    .findFirst());
  }

  /**
   * The highest numeric id of a case.
   *
   * @return the id; 0 without any case
   */
  public long lastCaseId() {
    return cases.lastId();
  }

  /**
   * The highest id of a sample.
   *
   * @return the id; 0 without any sample
   */
  public long lastSampleId() {
    return cases.lastSampleId();
  }

  /**
   * The state with a report put in or replaced.
   *
   * @param report the report
   * @return a new state
   */
  public SpaceState with(Report report) {
    return with(List.of(report));
  }

  private SpaceState with(Collection<Report> others) {
    ReportShelf changed = reports;
    for (Report report : others) {
      changed = changed.with(report);
    }
    return new SpaceState(organisation, changed, cases, course);
  }

  /**
   * The state with a case put in or replaced.
   *
   * @param file the case
   * @return a new state
   */
  public SpaceState with(CaseFile file) {
    boolean moved =
        cases
            .find(file.name())
            .filter(before -> !before.status().equals(file.status()))
            .isPresent();
    return new SpaceState(
        organisation,
        reports,
        cases.with(file),
        moved
            ? course.with(new CaseMove(file.name(), file.status(), file.standing().changed()))
            : course);
  }

  /**
   * The state in which a case goes on by itself from now on.
   *
   * @param name the name of the case
   * @param now the time
   * @return a new state
   */
  public SpaceState setOut(String name, Instant now) {
    return with(course.setOut(name, now));
  }

  /**
   * The state in which a report goes on by itself from now on, if it is being processed.
   *
   * @param id the number of the report
   * @param now the time
   * @return a new state
   */
  public SpaceState setOut(long id, Instant now) {
    return with(isProcessed(id) ? course.setOut(id, now) : course.halt(id));
  }

  /**
   * The state in which a case stays where it is.
   *
   * @param name the name of the case
   * @return a new state
   */
  public SpaceState halt(String name) {
    return with(course.halt(name));
  }

  SpaceState readOnce(String name, ProgressPolicy policy) {
    return policy.countsReads() ? with(course.readOnce(name)) : this;
  }

  SpaceState readOnce(long id, ProgressPolicy policy, Instant now) {
    return policy.countsReads() && isProcessed(id) ? with(course.readOnce(id, now)) : this;
  }

  SpaceState advance(ProgressPolicy ofCases, ProgressPolicy ofReports, Instant now) {
    List<CaseFile> moved = new ArrayList<>();
    Journeys<String> caseJourneys =
        course.cases().advance(ofCases, now, this::caseNamed, this::step, moved::add);
    List<Report> processed = new ArrayList<>();
    Journeys<Long> reportJourneys =
        course.reports().advance(ofReports, now, this::report, SpaceState::step, processed::add);
    SpaceState state = processed.isEmpty() ? this : with(processed);
    for (CaseFile file : moved) {
      state = state.with(file);
    }
    return state.with(state.course.withCases(caseJourneys).withReports(reportJourneys));
  }

  private boolean isProcessed(long report) {
    return report(report).flatMap(found -> ReportStatus.after(found.status())).isPresent();
  }

  private Optional<CaseFile> step(CaseFile file, Instant at) {
    return CaseStatus.after(file.status())
        .map(next -> file.withStatus(next, at, organisation.demoUser()));
  }

  private static Optional<Report> step(Report report, Instant at) {
    return ReportStatus.after(report.status())
        .map(next -> report.withStatus(next, OpalTime.of(at)));
  }

  /** The state in which all cases on their way have just taken a step. */
  SpaceState restartingCases(Instant now) {
    return with(course.restartingCases(now));
  }

  /** What goes by reads needs no journey until it is read. */
  SpaceState restartingReports(ProgressPolicy policy, Instant now) {
    Map<Long, Journey> onTheirWay = new LinkedHashMap<>();
    if (policy.goesByTime()) {
      reports.all().stream()
          .filter(report -> ReportStatus.after(report.status()).isPresent())
          .forEach(report -> onTheirWay.put(report.id(), Journey.begunAt(now)));
    }
    return with(course.withReports(Journeys.of(onTheirWay)));
  }

  /** The state as if all that is on its way had set out so much later. */
  SpaceState shiftedBy(Duration time) {
    return with(course.shiftedBy(time));
  }

  Course course() {
    return course;
  }

  /** The state when the changes of status in it have been told. */
  SpaceState told() {
    return with(course.told());
  }

  private SpaceState with(Course other) {
    return other == course ? this : new SpaceState(organisation, reports, cases, other);
  }

  @Override
  public String toString() {
    return reports.size() + " reports, " + cases.size() + " cases";
  }
}
