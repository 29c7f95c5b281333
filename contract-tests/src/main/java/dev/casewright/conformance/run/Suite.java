package dev.casewright.conformance.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.CheckRun;
import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** All checks, found by looking for them. One run at a time; runs block. */
public final class Suite implements AutoCloseable {

  private static final List<String> PACKAGES =
      List.of("dev.casewright.conformance.opal", "dev.casewright.conformance.emedgene");
  private static final Namespace NAMESPACE = Namespace.create(CheckRun.class.getName());

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Clock clock;
  private final RequirementIndex requirements = new RequirementIndex();
  private final Map<Method, Check> checks;

  /** Kept for the next run, since what a client holds goes only some time after it. */
  private final Map<SSLContext, HttpClient> clients = new ConcurrentHashMap<>();

  private final LauncherSession session =
      LauncherFactory.openSession(
          LauncherConfig.builder()
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .build());

  /**
   * Finds the checks.
   *
   * @param clock tells the time
   */
  public Suite(Clock clock) {
    this.clock = clock;
    this.checks = find(requirements);
  }

  /**
   * All checks.
   *
   * @return them, ordered by name
   */
  public List<Check> checks() {
    return List.copyOf(checks.values());
  }

  /**
   * All requirements.
   *
   * @return them by id
   */
  public RequirementIndex requirements() {
    return requirements;
  }

  /**
   * Makes the checks in scope.
   *
   * @param settings the target, and how far checks may go
   * @param watcher hears of every exchange, in the thread of its check; must be thread-safe
   * @return what came of it
   */
  public RunResult run(RunSettings settings, Consumer<Exchange> watcher) {
    Instant start = clock.instant();
    Run run = new Run(settings, client(settings.tls()), clock, watcher);
    session.getStore().put(NAMESPACE, CheckRun.class, run);
    Results results = new Results(run, checks);
    session.getLauncher().execute(request(settings), results);
    List<CheckResult> made = results.all();
    List<RequirementResult> verdicts =
        requirements.all().stream()
            .filter(requirement -> isInScope(requirement.id(), settings))
            .map(requirement -> Verdicts.of(requirement, made, settings.strict()))
            .toList();
    return new RunResult(start, clock.instant(), run.requests(), verdicts, Optional.empty());
  }

  private HttpClient client(SSLContext tls) {
    return clients.computeIfAbsent(
        tls,
        context ->
            HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
  }

  private boolean isInScope(String requirement, RunSettings settings) {
    return checks.values().stream()
        .filter(settings.scope())
        .anyMatch(
            check -> check.requirements().stream().anyMatch(each -> each.id().equals(requirement)));
  }

  private LauncherDiscoveryRequest request(RunSettings settings) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            checks.entrySet().stream()
                .filter(check -> settings.scope().test(check.getValue()))
                .map(check -> selectMethod(check.getKey().getDeclaringClass(), check.getKey()))
                .toList())
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(settings.threads() > 1))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            String.valueOf(settings.threads()))
        .build();
  }

  private static Map<Method, Check> find(RequirementIndex requirements) {
    Map<Method, Check> found = new LinkedHashMap<>();
    PACKAGES.stream()
        .flatMap(
            name ->
                ReflectionSupport.findAllClassesInPackage(name, type -> true, each -> true)
                    .stream())
        .sorted(Comparator.comparing(Class::getName))
        .flatMap(
            type ->
                ReflectionSupport.findMethods(
                    type,
                    method -> method.isAnnotationPresent(Verifies.class),
                    HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .forEach(method -> found.put(method, Check.of(method, requirements)));
    return found;
  }

  @Override
  public void close() {
    session.close();
  }
}
