package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * What is to be checked, and how far checks may go.
 *
 * @param opal the Opal API; nothing if it is not to be checked
 * @param emedgene the Emedgene API; nothing if it is not to be checked
 * @param mock the admin API of the mock server under test; nothing if the target is none
 * @param tls whom to trust
 * @param effects the strongest effect that is allowed; each allows those before it
 * @param probes the probes that may be sent to a host that is not of this machine
 * @param scope the checks that are wanted
 * @param strict whether a warning is a failure
 * @param maxRequests the most requests that may be sent
 * @param perSecond the most requests in a second; nothing for no limit
 * @param longestAnswer the longest time for a whole answer
 * @param threads the number of checks at a time
 * @param thisMachine tells by its name whether a host is this machine; all others are guested at
 */
public record RunSettings(
    Optional<ApiAddress> opal,
    Optional<ApiAddress> emedgene,
    Optional<MockAccess> mock,
    SSLContext tls,
    Effect effects,
    Set<Probe> probes,
    Predicate<Check> scope,
    boolean strict,
    int maxRequests,
    Optional<Double> perSecond,
    Duration longestAnswer,
    int threads,
    Predicate<String> thisMachine) {

  /**
   * Keeps a copy of the set.
   *
   * @throws IllegalArgumentException if credentials would leave this machine without TLS, or a
   *     number is out of its range
   */
  public RunSettings {
    probes = Set.copyOf(probes);
    require(opal.isPresent() || emedgene.isPresent(), "A run needs the address of an API.");
    require(
        effects != Effect.PROBE,
        "Effects are read, create, change or delete: probes are allowed by name.");
    require(maxRequests > 0, "A run needs a request at least.");
    require(perSecond.filter(rate -> !(rate > 0)).isEmpty(), "The rate has to be above 0.");
    require(threads > 0, "A run needs a thread at least.");
    opal.ifPresent(api -> requireTls("Opal", api.baseUrl(), thisMachine));
    emedgene.ifPresent(api -> requireTls("Emedgene", api.baseUrl(), thisMachine));
    mock.ifPresent(api -> requireTls("mock server's admin", api.baseUrl(), thisMachine));
  }

  /**
   * The settings of a run on a target where this machine is the only one that is no guest.
   *
   * @param opal the Opal API; nothing if it is not to be checked
   * @param emedgene the Emedgene API; nothing if it is not to be checked
   * @param mock the admin API of the mock server under test; nothing if the target is none
   * @param tls whom to trust
   * @param effects the strongest effect that is allowed; each allows those before it
   * @param probes the probes that may be sent to a host that is not of this machine
   * @param scope the checks that are wanted
   * @param strict whether a warning is a failure
   * @param maxRequests the most requests that may be sent
   * @param perSecond the most requests in a second; nothing for no limit
   * @param longestAnswer the longest time for a whole answer
   * @param threads the number of checks at a time
   */
  public RunSettings(
      Optional<ApiAddress> opal,
      Optional<ApiAddress> emedgene,
      Optional<MockAccess> mock,
      SSLContext tls,
      Effect effects,
      Set<Probe> probes,
      Predicate<Check> scope,
      boolean strict,
      int maxRequests,
      Optional<Double> perSecond,
      Duration longestAnswer,
      int threads) {
    this(
        opal,
        emedgene,
        mock,
        tls,
        effects,
        probes,
        scope,
        strict,
        maxRequests,
        perSecond,
        longestAnswer,
        threads,
        Loopback::contains);
  }

  /**
   * Settings to be made step by step.
   *
   * @return what reads only, sends no probes to another machine, and knows no address yet
   */
  public static RunSettingsBuilder builder() {
    return new RunSettingsBuilder();
  }

  /**
   * One of the two addresses.
   *
   * @param api an API
   * @return where it is; nothing if it is not to be checked
   */
  public Optional<ApiAddress> address(Api api) {
    return api == Api.OPAL ? opal : emedgene;
  }

  private static void requireTls(String api, URI url, Predicate<String> thisMachine) {
    boolean http = "http".equals(url.getScheme());
    require(
        url.getHost() != null && (http || "https".equals(url.getScheme())),
        "The address of the " + api + " API has to begin with https:// and a host.");
    require(
        url.getRawUserInfo() == null,
        "The address of the " + api + " API holds credentials: they come from the environment.");
    require(
        !http || thisMachine.test(url.getHost()),
        "The address of the "
            + api
            + " API is plain http:// on another machine. Credentials go there over TLS only: use"
            + " https://.");
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalArgumentException(rule);
    }
  }

  /**
   * One API of the target.
   *
   * @param baseUrl where it is, with TLS or, on this machine, without
   * @param redirectUrl the listener that only redirects
   * @param user its user
   * @param otherUser a user of another workspace or organisation, if there is one
   */
  public record ApiAddress(URI baseUrl, URI redirectUrl, User user, Optional<User> otherUser) {}

  /**
   * Whose credentials are used.
   *
   * @param name login or user name
   * @param password the password
   */
  public record User(String name, String password) {

    @Override
    public String toString() {
      return "a user";
    }
  }

  /**
   * The admin API of a mock server.
   *
   * @param baseUrl its address, without {@code /__mock}
   * @param token what it asks for; nothing if it asks for none
   */
  public record MockAccess(URI baseUrl, Optional<String> token) {

    @Override
    public String toString() {
      return "a mock server";
    }
  }
}
