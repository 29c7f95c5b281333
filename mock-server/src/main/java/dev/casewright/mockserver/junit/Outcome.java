package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.judge.Finding;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a test ended, as the server saw it. Holds nothing of a request but what the server tells. */
final class Outcome {

  private final TestRun run;
  private final boolean findingsCount;
  private final List<Finding> findings;

  Outcome(TestRun run, boolean findingsCount) {
    this.run = run;
    this.findingsCount = findingsCount;
    this.findings = run.usedSpace().map(space -> space.judgement().findings()).orElse(List.of());
  }

  boolean mustFail() {
    return run.breaches() > 0 || findingsCount && !findings.isEmpty();
  }

  /** Why the test must fail. */
  String reason() {
    List<String> reasons = new ArrayList<>();
    if (run.breaches() > 0) {
      reasons.add(
          "An answer of the mock server broke its own contract while this test ran. This is a fault"
              + " of the mock, or of its seed pack: see the 500 among the answers.");
    }
    if (findingsCount && !findings.isEmpty()) {
      reasons.add("The mock server found that the client did wrong:\n" + list());
    }
    if (run.usedSpace().isPresent()) {
      reasons.add("What the mock server saw of the test stands on standard error.");
    }
    return String.join("\n", reasons);
  }

  /**
   * What the server saw of the test. What the client did wrong stands there only if it is no reason
   * that tells it already.
   *
   * @param test the name of the test
   * @param failure why the test failed by itself; nothing if it only must fail
   * @param method the method of the test
   * @return the text; nothing if the test never asked for a space
   */
  Optional<String> explanation(String test, Optional<Throwable> failure, Method method) {
    boolean begun = failure.map(thrown -> isFrom(method, thrown)).orElse(true);
    boolean withFindings = failure.isPresent() || !findingsCount;
    return run.usedSpace()
        .map(space -> new Sighting(test, space, run.elsewhere(), begun))
        .map(sighting -> explanation(sighting, withFindings));
  }

  /** Whether the method of the test was left by it, and not a constructor or what runs before. */
  private static boolean isFrom(Method method, Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals(method.getDeclaringClass().getName())
                    && frame.getMethodName().equals(method.getName()));
  }

  private String explanation(Sighting sighting, boolean withFindings) {
    return withFindings && !findings.isEmpty()
        ? sighting.text() + "\nWhat the client did wrong:\n" + list()
        : sighting.text();
  }

  private String list() {
    return findings.stream().map(Outcome::line).collect(Collectors.joining("\n"));
  }

  private static String line(Finding finding) {
    String operation = finding.operation().isEmpty() ? "" : " of " + finding.operation();
    String count = finding.count() == 1 ? "" : ", " + finding.count() + " times";
    return "  "
        + finding.name()
        + operation
        + count
        + ". Expected: "
        + finding.expected()
        + " ("
        + finding.rule()
        + ")";
  }
}
