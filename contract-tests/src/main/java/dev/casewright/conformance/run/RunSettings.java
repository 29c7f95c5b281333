package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.Probe;
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
    int threads) {

  /** Keeps a copy of the set. */
  public RunSettings {
    probes = Set.copyOf(probes);
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
