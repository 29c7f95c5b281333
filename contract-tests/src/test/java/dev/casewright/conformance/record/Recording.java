package dev.casewright.conformance.record;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.plan.PlannedRequest;
import dev.casewright.conformance.plan.RequestPattern;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.run.Suite;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.deviation.emedgene.EmedgeneDeviations;
import dev.casewright.mockserver.deviation.opal.OpalDeviations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what each check sends. Each runs alone, so that what it looks for is among its
 * requests even if a whole run has found it before, and on a server that no other check has
 * changed.
 */
public final class Recording {

  private final Suite suite;
  private final MockServer mock;
  private final RequestPattern pattern = new RequestPattern();
  private final SortedMap<String, SortedMap<Means, List<PlannedRequest>>> requests =
      new TreeMap<>();
  private final Map<String, List<CheckResult>> results = new TreeMap<>();

  public Recording(Suite suite, MockServer mock) {
    this.suite = suite;
    this.mock = mock;
  }

  /** Records some checks. */
  public void record(List<Check> checks) {
    checks.forEach(check -> requests.put(check.name(), requestsOf(check)));
  }

  /** What was recorded, here and in others. */
  public static BuildRecord together(List<Recording> recordings) {
    SortedMap<String, SortedMap<Means, List<PlannedRequest>>> all = new TreeMap<>();
    recordings.forEach(recording -> all.putAll(recording.requests));
    return new BuildRecord(ChecksDigest.current(), all, deviations());
  }

  /** What more means change is looked at for checks only that cannot do without. */
  private SortedMap<Means, List<PlannedRequest>> requestsOf(Check check) {
    SortedMap<Means, List<PlannedRequest>> byMeans = new TreeMap<>();
    if (run(check, Means.ONE_USER, byMeans)) {
      run(check, Means.OTHER_USER, byMeans);
      run(check, Means.MOCK_CONTROL, byMeans);
    }
    return byMeans;
  }

  private boolean run(Check check, Means means, Map<Means, List<PlannedRequest>> byMeans) {
    MockTarget.reset(mock);
    List<PlannedRequest> sent = Collections.synchronizedList(new ArrayList<>());
    RunResult result =
        suite.run(
            MockTarget.settings(mock, means, each -> each.name().equals(check.name())),
            exchange -> sent.add(pattern.of(exchange)));
    // Some checks send in an order that another JVM does not repeat, and every build is the same.
    byMeans.put(
        means,
        sent.stream().distinct().sorted(Comparator.comparing(PlannedRequest::toString)).toList());
    List<CheckResult> made =
        result.requirements().stream().flatMap(each -> each.checks().stream()).toList();
    results.put(check.name(), made);
    return made.stream().anyMatch(each -> each.outcome() == CheckOutcome.SKIPPED);
  }

  /** What came of each check with the most means that it needed, by its name. */
  public Map<String, List<CheckResult>> results() {
    return results;
  }

  private static SortedMap<String, String> deviations() {
    return Stream.concat(OpalDeviations.all().stream(), EmedgeneDeviations.all().stream())
        .collect(
            Collectors.toMap(
                deviation -> deviation.requirement(),
                deviation -> deviation.summary(),
                (one, two) -> one,
                TreeMap::new));
  }
}
