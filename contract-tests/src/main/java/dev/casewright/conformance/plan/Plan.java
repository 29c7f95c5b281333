package dev.casewright.conformance.plan;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.record.BuildRecord;
import dev.casewright.conformance.record.Means;
import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.Suite;
import dev.casewright.conformance.target.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run would send.
 *
 * @param checks the checks that would be made, with their requests
 */
public record Plan(List<PlannedCheck> checks) {

  /** Keeps a copy of the list. */
  public Plan {
    checks = List.copyOf(checks);
  }

  /**
   * Makes a plan; sends nothing.
   *
   * @param suite knows the checks
   * @param settings the settings of the run
   * @param record what each check sends
   * @return the plan
   */
  public static Plan of(Suite suite, RunSettings settings, BuildRecord record) {
    Means means = Means.of(settings);
    return new Plan(
        suite.checksToMake(settings).stream()
            .map(
                check ->
                    new PlannedCheck(
                        check,
                        record.requestsOf(check.name(), means).stream()
                            .filter(request -> address(request, settings).isPresent())
                            .filter(request -> isAllowed(request, settings))
                            .map(request -> asAGuest(request, settings))
                            .distinct()
                            .toList()))
            .toList());
  }

  /** The record is of runs that have both APIs, and begin with a look at each. */
  private static Optional<ApiAddress> address(PlannedRequest request, RunSettings settings) {
    return settings.address(request.api());
  }

  /** The record is of runs that may do everything. */
  private static boolean isAllowed(PlannedRequest request, RunSettings settings) {
    return Suite.allows(
        settings,
        request.api(),
        new Message(request.method(), request.target(), Map.of(), Optional.empty()));
  }

  /** The record is of runs on one machine; beyond it no credentials go out without TLS. */
  private static PlannedRequest asAGuest(PlannedRequest request, RunSettings settings) {
    String host = address(request, settings).orElseThrow().redirectUrl().getHost();
    return request.redirect() && !settings.thisMachine().test(host)
        ? request.withoutCredentials()
        : request;
  }

  /**
   * The requests without their repetitions.
   *
   * @return each request once
   */
  public List<PlannedRequest> distinctRequests() {
    return checks.stream().flatMap(check -> check.requests().stream()).distinct().toList();
  }

  /**
   * A check that would be made.
   *
   * @param check the check
   * @param requests what it sends, each once, ordered by its text
   */
  public record PlannedCheck(Check check, List<PlannedRequest> requests) {

    /** Keeps a copy of the list. */
    public PlannedCheck {
      requests = List.copyOf(requests);
    }
  }
}
