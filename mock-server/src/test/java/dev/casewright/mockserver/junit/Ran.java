package dev.casewright.mockserver.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What came of test classes that JUnit ran within a test. They tell by report entries. */
record Ran(EngineExecutionResults results) {

  static Ran of(Class<?>... classes) {
    return of(Map.of(), classes);
  }

  /** Methods and classes at the same time, as many as the machine of a user may have. */
  static Ran atTheSameTime(Class<?>... classes) {
    return of(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"),
        classes);
  }

  private static Ran of(Map<String, String> settings, Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    settings.forEach(kit::configurationParameter);
    Stream.of(classes).forEach(each -> kit.selectors(selectClass(each)));
    return new Ran(kit.execute());
  }

  /** The values that tests reported under a name. */
  List<String> told(String name) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(
            event ->
                event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
        .flatMap(entry -> Stream.ofNullable(entry.getKeyValuePairs().get(name)))
        .toList();
  }

  /** Why tests and classes failed. */
  List<Throwable> failures() {
    return results
        .allEvents()
        .failed()
        .map((Event event) -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  long succeeded() {
    return results.testEvents().succeeded().count();
  }
}
