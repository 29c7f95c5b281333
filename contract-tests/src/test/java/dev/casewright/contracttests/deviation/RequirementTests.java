package dev.casewright.contracttests.deviation;

import static java.util.stream.Collectors.toMap;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.casewright.contracttests.Verifies;
import dev.casewright.contracttests.server.MockServerExtension;
import dev.casewright.openapi.Api;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of requirements against a mock server that breaks one of them. */
final class RequirementTests implements AutoCloseable {

  /** One session for all runs, so that they share a server. */
  private final LauncherSession session = LauncherFactory.openSession();

  private final Map<Method, List<String>> requirementsByTest = requirementsByTest();

  /** The requirements of an API whose tests fail while one of them is broken. */
  Set<String> redWhile(String broken, Api api) {
    return run(
        broken,
        testsWhere(ids -> ids.stream().anyMatch(id -> id.startsWith(api.requirementPrefix()))));
  }

  /** The same, but only the tests of the broken requirement itself are run. */
  Set<String> redOfItselfWhile(String broken) {
    return run(broken, testsWhere(ids -> ids.contains(broken)));
  }

  private Set<String> run(String broken, Collection<Method> tests) {
    Set<String> red = new TreeSet<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                tests.stream().map(test -> selectMethod(test.getDeclaringClass(), test)).toList())
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

  private List<Method> testsWhere(Predicate<List<String>> wanted) {
    return requirementsByTest.entrySet().stream()
        .filter(test -> wanted.test(test.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> requirementsOf(TestSource source) {
    return source instanceof MethodSource method
        ? requirementsByTest.getOrDefault(method.getJavaMethod(), List.of())
        : List.of();
  }

  private static Map<Method, List<String>> requirementsByTest() {
    String tests = MockServerExtension.class.getPackageName();
    return ReflectionSupport.findAllClassesInPackage(tests, type -> true, name -> true).stream()
        .flatMap(
            type ->
                ReflectionSupport.findMethods(
                    type,
                    method -> method.isAnnotationPresent(Verifies.class),
                    HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .collect(
            toMap(
                test -> test,
                test -> List.of(test.getAnnotation(Verifies.class).value()),
                (one, same) -> one,
                LinkedHashMap::new));
  }
}
