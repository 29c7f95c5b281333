package dev.casewright.contracttests.deviation;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.casewright.contracttests.Verifies;
import dev.casewright.contracttests.server.MockServerExtension;
import dev.casewright.openapi.Api;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of requirements against a mock server that breaks one of them. */
final class RequirementTests implements AutoCloseable {

  private static final String PACKAGE = "dev.casewright.contracttests.server";

  /** One session for all runs, so that they share a server. */
  private final LauncherSession session = LauncherFactory.openSession();

  /** The requirements of an API whose tests fail while one of them is broken. */
  Set<String> redWhile(String broken, Api api) {
    return run(broken, api, ids -> true);
  }

  /** The same, but only the tests of the broken requirement itself are run. */
  Set<String> redOfItselfWhile(String broken, Api api) {
    return run(broken, api, ids -> ids.contains(broken));
  }

  private Set<String> run(String broken, Api api, Predicate<List<String>> wanted) {
    Set<String> red = new TreeSet<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(PACKAGE))
            .filters(
                includeClassNamePatterns(".*\\.server\\." + prefix(api) + ".*Test"),
                (PostDiscoveryFilter)
                    test ->
                        FilterResult.includedIf(
                            wanted.test(requirementsOf(test.getSource().orElse(null)))))
            .configurationParameter(MockServerExtension.DEVIATE, broken)
            .build();
    session
        .getLauncher()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == Status.FAILED) {
                  red.addAll(requirementsOf(test.getSource().orElse(null)));
                }
              }
            });
    return red;
  }

  @Override
  public void close() {
    session.close();
  }

  private static String prefix(Api api) {
    return switch (api) {
      case OPAL -> "Opal";
      case EMEDGENE -> "Emedgene";
    };
  }

  private static List<String> requirementsOf(Object source) {
    if (!(source instanceof MethodSource method)) {
      return List.of();
    }
    Method tested = method.getJavaMethod();
    return AnnotationSupport.findAnnotation(tested, Verifies.class)
        .map(verifies -> List.of(verifies.value()))
        .orElse(List.of());
  }
}
