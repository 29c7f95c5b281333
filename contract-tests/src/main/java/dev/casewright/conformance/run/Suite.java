package dev.casewright.conformance.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.CheckRun;
import dev.casewright.conformance.check.Claim;
import dev.casewright.conformance.check.RequirementIndex;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final Clock clock;
  private final RateClock rateClock;

  /** What the names of its spaces on a mock server start with, so that two suites do not meet. */
  private final String spaces;

  private final RequirementIndex requirements = new RequirementIndex();
  private final Map<Method, Check> checks;
  private final HttpClients clients = new HttpClients();

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
    this(clock, RateClock.system());
  }

  /**
   * Finds the checks.
   *
   * @param clock tells the time
   * @param rateClock tells the time between requests, and waits
   */
  public Suite(Clock clock, RateClock rateClock) {
    this.clock = clock;
    this.rateClock = rateClock;
    this.spaces = "check" + Long.toString(clock.millis(), Character.MAX_RADIX) + "n";
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
   * Plants canaries for a run, and says what no report of it may hold: the passwords and, with the
   * admin API of a mock server, names in the answers of the space that the reading checks share. To
   * be called before {@link #run}; it sends a few requests that count for no budget.
   *
   * @param settings the settings of the run
   * @return the canaries
   * @throws dev.casewright.conformance.target.MockControlException if the admin API refuses
   */
  public Canaries plantCanaries(RunSettings settings) {
    Run run = new Run(settings, clients.of(settings), clock, rateClock, spaces, exchange -> {});
    return CanaryPlanting.plant(settings, run.sharedSpace(), clock.instant());
  }

  /**
   * The checks that a run would make; sends nothing.
   *
   * @param settings the target, and how far checks may go
   * @return those in scope that nothing is against, ordered by name
   */
  public List<Check> checksToMake(RunSettings settings) {
    Run run = new Run(settings, clients.of(settings), clock, rateClock, spaces, exchange -> {});
    return checks.values().stream()
        .filter(settings.scope())
        .filter(check -> run.reasonToSkip(check).isEmpty())
        .toList();
  }

  /**
   * Whether a run may send a request, going by what it could do to the target.
   *
   * @param settings how far checks may go
   * @param api the API that it goes to
   * @param message the request; placeholders may stand for what is in its path
   * @return false if it could do more than allowed
   */
  public static boolean allows(RunSettings settings, Api api, Message message) {
    return RequestKind.of(api, message).effect().compareTo(settings.effects()) <= 0;
  }

  /**
   * Makes the checks in scope.
   *
   * @param settings the target, and how far checks may go
   * @param watcher hears of every exchange, in the thread of its check; must be thread-safe
   * @return what came of it
   * @throws TargetUnreachableException if there is no server to check; no check was made
   * @throws CredentialsRefusedException if it does not let the run in; no check was made
   */
  public RunResult run(RunSettings settings, Consumer<Exchange> watcher) {
    Instant start = clock.instant();
    Run run = new Run(settings, clients.of(settings), clock, rateClock, spaces, watcher);
    run.look();
    session.getStore().put(NAMESPACE, CheckRun.class, run);
    Results results = new Results(run, checks);
    Map<Method, Check> scope = inScope(settings);
    List<LeftBehind> leftBehind;
    try {
      session.getLauncher().execute(request(scope.keySet(), settings), results);
    } finally {
      leftBehind = run.cleanUp();
    }
    List<CheckResult> made = results.all();
    Set<String> ids = requirementIds(scope.values());
    List<RequirementResult> verdicts =
        Stream.concat(
                requirements.all().stream().filter(requirement -> ids.contains(requirement.id())),
                claims(scope.keySet()))
            .map(requirement -> Verdicts.of(requirement, made, settings.strict()))
            .toList();
    return new RunResult(
        start,
        clock.instant(),
        run.requests(),
        verdicts,
        run.incomplete().or(() -> missing(scope.values(), made)),
        leftBehind);
  }

  /** A class that JUnit could not even begin with has no results for its checks. */
  private static Optional<String> missing(Collection<Check> scope, List<CheckResult> made) {
    Set<String> names = made.stream().map(CheckResult::check).collect(Collectors.toSet());
    long missing = scope.stream().filter(check -> !names.contains(check.name())).count();
    return missing == 0
        ? Optional.empty()
        : Optional.of(missing + " of the checks in scope were not made.");
  }

  /** The claims that are in scope, after the requirements. */
  private static Stream<Requirement> claims(Collection<Method> scope) {
    return scope.stream()
        .flatMap(check -> Claim.of(check).stream())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Requirement::id));
  }

  private Map<Method, Check> inScope(RunSettings settings) {
    return checks.entrySet().stream()
        .filter(check -> settings.scope().test(check.getValue()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
  }

  private static Set<String> requirementIds(Collection<Check> checks) {
    return checks.stream()
        .flatMap(check -> check.requirements().stream())
        .map(Requirement::id)
        .collect(Collectors.toSet());
  }

  private static LauncherDiscoveryRequest request(Collection<Method> scope, RunSettings settings) {
    int threads = threads(settings);
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            scope.stream().map(check -> selectMethod(check.getDeclaringClass(), check)).toList())
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(threads > 1))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads))
        // A thread that waits for an answer would be replaced by a further one.
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(threads))
        .build();
  }

  /** Checks that change one and the same workspace go one after the other. */
  private static int threads(RunSettings settings) {
    boolean together = settings.mock().isPresent() || settings.effects() == Effect.READ;
    return together ? settings.threads() : 1;
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
