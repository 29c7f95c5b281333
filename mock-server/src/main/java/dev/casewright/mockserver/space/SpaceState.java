package dev.casewright.mockserver.space;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All that a space holds at one moment. Immutable; a change makes a new one. */
public final class SpaceState {

  private final Organisation organisation;
  private final NavigableMap<Long, Report> reports;
  private final Map<String, CaseFile> cases;
  private final Map<String, Journey> journeys;

  private SpaceState(
      Organisation organisation,
      NavigableMap<Long, Report> reports,
      Map<String, CaseFile> cases,
      Map<String, Journey> journeys) {
    this.organisation = organisation;
    this.reports = reports;
    this.cases = cases;
    this.journeys = journeys;
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
    NavigableMap<Long, Report> reportsById = new TreeMap<>();
    reports.forEach(report -> reportsById.put(report.id(), report));
    Map<String, CaseFile> casesByName = new LinkedHashMap<>();
    cases.forEach(file -> casesByName.put(file.name(), file));
    return new SpaceState(organisation, reportsById, casesByName, Map.of());
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
    return Collections.unmodifiableCollection(reports.values());
  }

  /**
   * A report.
   *
   * @param id its number
   * @return the report, or nothing if this space has none of this number
   */
  public Optional<Report> report(long id) {
    return Optional.ofNullable(reports.get(id));
  }

  /**
   * The cases, oldest first.
   *
   * @return an unmodifiable view
   */
  public Collection<CaseFile> cases() {
    return Collections.unmodifiableCollection(cases.values());
  }

  /**
   * A case, in the trash or not.
   *
   * @param name its name
   * @return the case, or nothing if this space has none of this name
   */
  public Optional<CaseFile> caseNamed(String name) {
    return Optional.ofNullable(cases.get(name));
  }

  /**
   * The state with a report put in or replaced.
   *
   * @param report the report
   * @return a new state
   */
  public SpaceState with(Report report) {
    NavigableMap<Long, Report> changed = new TreeMap<>(reports);
    changed.put(report.id(), report);
    return new SpaceState(organisation, changed, cases, journeys);
  }

  /**
   * The state with a case put in or replaced.
   *
   * @param file the case
   * @return a new state
   */
  public SpaceState with(CaseFile file) {
    Map<String, CaseFile> changed = new LinkedHashMap<>(cases);
    changed.put(file.name(), file);
    return new SpaceState(organisation, reports, changed, journeys);
  }

  /**
   * The state in which a case goes on by itself from now on.
   *
   * @param name the name of the case
   * @param now the time
   * @return a new state
   */
  public SpaceState setOut(String name, Instant now) {
    Map<String, Journey> more = new LinkedHashMap<>(journeys);
    more.put(name, new Journey(now, 0));
    return new SpaceState(organisation, reports, cases, more);
  }

  /**
   * The state in which a case stays where it is.
   *
   * @param name the name of the case
   * @return a new state
   */
  public SpaceState halt(String name) {
    Map<String, Journey> fewer = new LinkedHashMap<>(journeys);
    fewer.remove(name);
    return new SpaceState(organisation, reports, cases, fewer);
  }

  /**
   * The state after a case has been read once more.
   *
   * @param name the name of the case
   * @return this state, unless the case is on its way
   */
  public SpaceState readOnce(String name) {
    if (!journeys.containsKey(name)) {
      return this;
    }
    Map<String, Journey> changed = new LinkedHashMap<>(journeys);
    changed.computeIfPresent(name, (key, journey) -> journey.readOnce());
    return new SpaceState(organisation, reports, cases, changed);
  }

  SpaceState advance(ProgressPolicy policy, Instant now) {
    SpaceState state = this;
    for (Map.Entry<String, Journey> onItsWay : journeys.entrySet()) {
      CaseFile before = cases.get(onItsWay.getKey());
      CaseFile after = policy.advance(before, onItsWay.getValue(), now, organisation.demoUser());
      if (!after.status().equals(before.status())) {
        state = state.with(after);
      }
      if (after.status().equals(CaseStatus.DELIVERED)) {
        state = state.halt(after.name());
      }
    }
    return state;
  }

  @Override
  public String toString() {
    return reports.size() + " reports, " + cases.size() + " cases";
  }
}
