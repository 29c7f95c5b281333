package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Makes the settings of a run. What is not said is as careful as it can be: reading only, no
 * probes, and a slow pace and a budget on another machine. Not thread-safe.
 */
public final class RunSettingsBuilder {

  /** The most requests of a run, if nothing else is said. */
  public static final int MAX_REQUESTS = 20_000;

  /** The most requests in a second to another machine, if nothing else is said. */
  public static final double PER_SECOND_AS_GUEST = 5;

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private Optional<ApiAddress> opal = Optional.empty();
  private Optional<ApiAddress> emedgene = Optional.empty();
  private Optional<MockAccess> mock = Optional.empty();
  private Optional<SSLContext> tls = Optional.empty();
  private Effect effects = Effect.READ;
  private Set<Probe> probes = Set.of();
  private Predicate<Check> scope = check -> true;
  private boolean strict;
  private int maxRequests = MAX_REQUESTS;
  private Optional<Double> perSecond = Optional.empty();
  private Duration longestAnswer = LONGEST_ANSWER;
  private int threads = 1;
  private Predicate<String> thisMachine = Loopback::contains;

  RunSettingsBuilder() {}

  /**
   * Checks the Opal API.
   *
   * @param baseUrl where it is; plain HTTP on this machine only
   * @param user its user
   * @return this
   */
  public RunSettingsBuilder opal(URI baseUrl, User user) {
    return opal(new ApiAddress(baseUrl, redirectOf(baseUrl), user, Optional.empty()));
  }

  /**
   * Checks the Opal API.
   *
   * @param address where it is, and who its users are
   * @return this
   */
  public RunSettingsBuilder opal(ApiAddress address) {
    this.opal = Optional.of(address);
    return this;
  }

  /**
   * Checks the Emedgene API.
   *
   * @param baseUrl where it is; plain HTTP on this machine only
   * @param user its user
   * @return this
   */
  public RunSettingsBuilder emedgene(URI baseUrl, User user) {
    return emedgene(new ApiAddress(baseUrl, redirectOf(baseUrl), user, Optional.empty()));
  }

  /**
   * Checks the Emedgene API.
   *
   * @param address where it is, and who its users are
   * @return this
   */
  public RunSettingsBuilder emedgene(ApiAddress address) {
    this.emedgene = Optional.of(address);
    return this;
  }

  /**
   * Uses the admin API of the mock server under test: for what needs its clock, and for spaces that
   * are made for checks and taken away again.
   *
   * @param access the admin API
   * @return this
   */
  public RunSettingsBuilder mock(MockAccess access) {
    this.mock = Optional.of(access);
    return this;
  }

  /**
   * Trusts others than the Java runtime does.
   *
   * @param context whom to trust
   * @return this
   */
  public RunSettingsBuilder tls(SSLContext context) {
    this.tls = Optional.of(context);
    return this;
  }

  /**
   * Lets checks do more than read.
   *
   * @param strongest the strongest effect; each allows those before it
   * @return this
   */
  public RunSettingsBuilder effects(Effect strongest) {
    this.effects = strongest;
    return this;
  }

  /**
   * Lets probes be sent to another machine. To this one they are always sent.
   *
   * @param allowed the probes
   * @return this
   */
  public RunSettingsBuilder probes(Set<Probe> allowed) {
    this.probes = Set.copyOf(allowed);
    return this;
  }

  /**
   * Makes some of the checks only.
   *
   * @param wanted the checks that are wanted
   * @return this
   */
  public RunSettingsBuilder scope(Predicate<Check> wanted) {
    this.scope = wanted;
    return this;
  }

  /**
   * Lets a warning be a failure.
   *
   * @param on whether it is
   * @return this
   */
  public RunSettingsBuilder strict(boolean on) {
    this.strict = on;
    return this;
  }

  /**
   * Sets the budget.
   *
   * @param most the most requests that may be sent
   * @return this
   */
  public RunSettingsBuilder maxRequests(int most) {
    this.maxRequests = most;
    return this;
  }

  /**
   * Sets the pace.
   *
   * @param most the most requests in a second
   * @return this
   */
  public RunSettingsBuilder perSecond(double most) {
    this.perSecond = Optional.of(most);
    return this;
  }

  /**
   * Sets how long an answer may take.
   *
   * @param longest the longest time for a whole answer
   * @return this
   */
  public RunSettingsBuilder longestAnswer(Duration longest) {
    this.longestAnswer = longest;
    return this;
  }

  /**
   * Makes several checks at a time.
   *
   * @param atATime their number
   * @return this
   */
  public RunSettingsBuilder threads(int atATime) {
    this.threads = atATime;
    return this;
  }

  /**
   * Decides which hosts are this machine. All others are those of a laboratory, where the run is a
   * guest.
   *
   * @param hosts tells by the name of a host; the loopback addresses, if nothing else is said
   * @return this
   */
  public RunSettingsBuilder thisMachine(Predicate<String> hosts) {
    this.thisMachine = hosts;
    return this;
  }

  /**
   * The settings.
   *
   * @return them
   * @throws IllegalArgumentException if no address was given, if credentials would leave this
   *     machine without TLS, or if a number is out of its range
   */
  public RunSettings build() {
    return new RunSettings(
        opal,
        emedgene,
        mock,
        tls.orElseGet(RunSettingsBuilder::trustOfTheRuntime),
        effects,
        probes,
        scope,
        strict,
        maxRequests,
        perSecond.or(() -> isGuest() ? Optional.of(PER_SECOND_AS_GUEST) : Optional.empty()),
        longestAnswer,
        threads,
        thisMachine);
  }

  private boolean isGuest() {
    return Stream.of(opal, emedgene)
        .flatMap(Optional::stream)
        .anyMatch(api -> !thisMachine.test(String.valueOf(api.baseUrl().getHost())));
  }

  private static URI redirectOf(URI baseUrl) {
    return URI.create("http://" + baseUrl.getHost());
  }

  private static SSLContext trustOfTheRuntime() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no TLS.", e);
    }
  }
}
